import { existsSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import type { WidgetClinic } from '../../../adapters/web/widget/page.ts'

const file = new URL('../../../content/en-GB/ui.yaml', import.meta.url)

/** The product's own words. */
export const ui = existsSync(file)
  ? (load(readFileSync(file, 'utf8')) as Record<string, string>)
  : {}

export const clinic: WidgetClinic & { readonly address: string } = {
  name: 'Larkfield Demonstration Clinic (made up)',
  address: '1 Nowhere Street, London (made up)',
  phone: '020 7946 0101',
  outOfHours: { name: 'the on-call nurse', phone: '020 7946 0102' },
  crisisLines: [
    { name: 'Emergency services', phone: '999', when: 'if somebody is in danger now' },
    { name: 'Samaritans', phone: '116 123', when: 'to talk to somebody, day or night' },
  ],
  accent: '#0b5c5c',
}
