import { day, time } from '../../content/helpers.ts'
import type { Words } from '../words.ts'

const AS_THEY_ARE: Readonly<Record<string, string>> = {
  'pre-consultation': 'Pre-consultation',
  '16-17': '16 or 17',
  'under-16': 'Under 16',
}

/** `gp-permission` as a person reads it. */
export function humanise(name: string): string {
  const words = AS_THEY_ARE[name] ?? name.replaceAll('-', ' ').replace(/\bgp\b/g, 'GP')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The same inside a sentence. */
export function inSentence(name: string): string {
  const words = humanise(name)
  return words.startsWith('GP') ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

export function factLabel(words: Words, name: string): string {
  return words.catalogue.ui[`fact-${name}`] ?? humanise(name)
}

/** A fact's value in one line. */
export function inWords(words: Words, value: unknown): string {
  if (value === true) return 'Yes'
  if (Array.isArray(value)) return value.map((one) => inWords(words, one)).join(', ') || 'None'
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(
      ([key, one]) => `${humanise(key)}: ${inWords(words, one)}`,
    )
    return parts.join('; ')
  }
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day(text)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return time(text)
  const member = words.clinic.people.find(({ id }) => id === text)
  if (member) return member.name
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? humanise(text) : text
}

export function who(by: { id: string; role: string; name?: string | undefined }): string {
  if (by.role === 'patient') return 'The patient'
  if (by.role === 'system') return 'Candour'
  return by.name ?? by.id
}
