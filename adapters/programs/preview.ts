/**
 * `npm run preview -- PATHWAY` shows its words on a page of this machine, in every language, anew
 * whenever a file is saved; and lets it be rehearsed with made-up answers, of which nothing is kept.
 */
import { watch } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nameOf } from '../../bot/house.ts'
import { type MadeUp, rehearse } from '../../bot/rehearsal.ts'
import { asksAt } from '../../bot/statechart.ts'
import type { Clinic } from '../../content/clinic.ts'
import type { Pathway } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { dayOf } from '../../machines/time.ts'
import { createClocks } from '../config/clocks.ts'
import { readSettings } from '../config/env.ts'
import { CONTENT, readWords } from '../files/content.ts'
import type { RehearsedPage } from '../preview/page.ts'
import { servePreview, type Shows } from '../preview/serve.ts'
import { readClinic } from './house.ts'
import { speaker } from './preview/words.ts'

const madeUp = z
  .array(z.strictObject({ event: z.string(), value: z.unknown().optional() }))
  .max(500)

/** What the page shows, from the files as they are now. */
export function showsOf(first: string, clinic: Clinic, folder = CONTENT): Shows {
  const all = Object.values(PATHWAYS)
  const named = (name: string) => all.find(({ id }) => nameOf(id) === name)
  // Of one pathway alone: nobody waits for the rest when a file is saved.
  const speaking = (name: string) => {
    const mine = ({ path }: { readonly path: string }) =>
      path.includes(`/${name}/`) || path.endsWith('.yaml')
    return speaker(readWords(folder).filter(mine), clinic, dayOf(createClocks().wall()))
  }
  return {
    first,
    preview(name) {
      const found = named(name)
      if (!found) return undefined
      const speak = speaking(name)
      const others = all.map(({ id }) => nameOf(id)).filter((one) => one !== name)
      const states = statesOf(found).map(({ state, ends }) => ({
        ...{ state, ends, spoken: speak(`${name}/${state}`) },
      }))
      return { pathway: name, role: found.role, others, states }
    },
    rehearsal(name, so, answer) {
      const found = named(name)
      return found && rehearsed(found, so, answer, speaking(name))
    },
    watch(saved) {
      const watching = watch(folder, { recursive: true }, () => saved())
      return () => watching.close()
    },
  }
}

/** The same walk for the desk, with the words that run there. */
export function rehearsalsOf(clinic: Clinic) {
  const { rehearsal } = showsOf('', clinic)
  const all = Object.values(PATHWAYS).map(({ id, role }) => ({ pathway: nameOf(id), role }))
  return { all, walk: rehearsal }
}

/** Where it can rest: those that ask, and its ends. */
function statesOf({ machine }: Pathway) {
  return Object.entries(machine.states)
    .map(([state, { type }]) => ({ state, ends: type === 'final' }))
    .filter(({ state, ends }) => ends || asksAt(machine, state) !== undefined)
}

function rehearsed(
  pathway: Pathway,
  so: string,
  answer: Parameters<Shows['rehearsal']>[2],
  speak: (id: string, known: object) => RehearsedPage['spoken'],
): RehearsedPage {
  const before = earlier(so)
  const at = createClocks().wall()
  const here = rehearse(pathway, {}, before, at)
  const made = answer ? [...before.slice(0, here.taken), valued(here.kind, answer)] : before
  const now = rehearse(pathway, {}, made, at)
  const name = nameOf(pathway.id)
  const { kind, choices, options, ended, taken, facts } = now
  const kept = JSON.stringify(made.slice(0, taken))
  return {
    ...{ pathway: name, spoken: speak(`${name}/${now.state}`, facts), kind, choices, options },
    ...{ ended, so: kept, count: taken },
  }
}

/** What the form brought back; what is none of ours begins again. */
function earlier(so: string): readonly MadeUp[] {
  try {
    return madeUp.parse(JSON.parse(so)).map(({ event, value }) => ({ event, value }))
  } catch {
    return []
  }
}

function valued(
  kind: string,
  { event, values }: { event: string; values: readonly string[] },
): MadeUp {
  if (event !== 'answered') return { event }
  const [first = ''] = values
  if (kind === 'private') return { event }
  if (kind === 'many') return { event, value: values }
  if (kind === 'number') return { event, value: Number(first) }
  if (kind === 'signature') return { event, value: { name: first, agreed: true } }
  return { event, value: first }
}

async function main(): Promise<void> {
  const [first = 'welcome'] = process.argv.slice(2)
  const clinic = readClinic(readSettings(process.env).clinicDir ?? join(CONTENT, 'clinics'))
  const { url } = await servePreview(showsOf(first, clinic))
  console.log(
    `\nThe words of ${first}: ${url}/${first}\nThey change there when a file is saved. Stop with Ctrl+C.`,
  )
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
