import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Campaign, Trials } from '../campaign.ts'
import { toldFolder } from '../kit/begun.ts'
import { onBuildWith } from '../kit/build.ts'
import { examine } from '../kit/examine.ts'
import { openTold } from '../kit/house.ts'

interface Case {
  readonly what: string
  readonly spoil: (at: (name: string) => string) => void
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true })

const CASES: readonly Case[] = [
  { what: 'the database is gone', spoil: (at) => remove(at('candour.sqlite')) },
  { what: 'the database is empty', spoil: (at) => truncateSync(at('candour.sqlite'), 0) },
  {
    what: 'half of the database is there',
    spoil: (at) => truncateSync(at('candour.sqlite'), 65_536),
  },
  {
    what: 'a folder has its name',
    spoil: (at) => (remove(at('candour.sqlite')), mkdirSync(at('candour.sqlite'))),
  },
  {
    what: 'another program’s file has its name',
    spoil: (at) => writeFileSync(at('candour.sqlite'), 'a list\n'.repeat(999)),
  },
  { what: 'the keys are gone', spoil: (at) => remove(at('keys.sqlite')) },
  { what: 'the keys are empty', spoil: (at) => truncateSync(at('keys.sqlite'), 0) },
  { what: 'half of the keys are there', spoil: (at) => truncateSync(at('keys.sqlite'), 20_480) },
  { what: 'the key that wraps them is gone', spoil: (at) => remove(at('kek')) },
  {
    what: 'the key that wraps them is another',
    spoil: (at) => (
      chmodSync(at('kek'), 0o600),
      writeFileSync(at('kek'), Buffer.alloc(32, 7)),
      chmodSync(at('kek'), 0o400)
    ),
  },
  {
    what: 'the key that wraps them is cut short',
    spoil: (at) => (
      chmodSync(at('kek'), 0o600),
      truncateSync(at('kek'), 31),
      chmodSync(at('kek'), 0o400)
    ),
  },
  { what: 'others may read the key that wraps them', spoil: (at) => chmodSync(at('kek'), 0o444) },
  { what: 'the second place is gone', spoil: (at) => remove(at('second-place')) },
  {
    what: 'the second place says something else',
    spoil: (at) => overwrite(at('second-place/demo')),
  },
]

export const campaign: Campaign = {
  row: 'B6',
  says: 'A file is gone, empty, cut short, another or open to others: it does not start, and begins nothing anew.',
  promises: [5, 15],
  run: () => start(),
  // Where the second place knows nothing, it begins that anew.
  control: (seed) => onBuildWith(TRUSTING, import.meta.filename, seed),
}

const TRUSTING = {
  'bot/evidence/log/takeover.ts': [
    "throw disagrees('there is nothing in the second place')",
    'return here',
  ],
} as const

/** Each start is refused, and what was there can still be read once the file is put back. */
async function start(): Promise<Trials> {
  const told = await toldFolder()
  const failures: string[] = []
  try {
    for (const { what, spoil } of CASES) {
      const folder = told.copy()
      spoil((name) => join(folder, name))
      const house = await openTold(folder).catch(() => undefined)
      if (!house) continue
      failures.push(`${what}: it starts`)
      await house.close()
    }
    failures.push(...(await examine(told.folder)))
    return { trials: CASES.length, failures }
  } finally {
    told.remove()
  }
}

function overwrite(folder: string): void {
  for (let n = 1; n < 10; n += 1) {
    const path = join(folder, String(n).padStart(15, '0'))
    try {
      writeFileSync(path, readFileSync(path, 'utf8').replace(/\n\d+\n/, '\n1\n'))
    } catch {
      continue
    }
  }
}
