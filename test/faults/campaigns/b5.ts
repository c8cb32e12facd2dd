import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createSqliteReader } from '../../../adapters/sqlite/reader.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { toldFolder } from '../kit/begun.ts'
import { onBuildWith } from '../kit/build.ts'
import { examine } from '../kit/examine.ts'
import { numbers, some } from '../kit/some.ts'
import { digestOf } from '../kit/story.ts'

const BITS: Readonly<Record<Depth, number>> = { short: 20, nightly: 2000, release: 20_000 }
const CELLS: Readonly<Record<Depth, number>> = { short: 20, nightly: Infinity, release: Infinity }

export const campaign: Campaign = {
  row: 'B5',
  says: 'One bit of the database is another: in each field of each record and of the log, and anywhere in the file. Verifying says so, or nothing that it reads has changed.',
  promises: [3],
  run: (depth, seed) => flip(CELLS[depth], BITS[depth], seed),
  // The hashes of the log are believed as they stand.
  control: (seed) => onBuildWith(BELIEVING, import.meta.filename, seed),
}

const BELIEVING = {
  'adapters/programs/verify-log.ts': ['await scrub(what.store, tree)', ''],
} as const

async function flip(cells: number, bits: number, seed: number): Promise<Trials> {
  const told = await toldFolder()
  const failures: string[] = []
  try {
    const file = join(told.folder, 'candour.sqlite')
    const before = readings(told.folder)
    const all = some(cellsOf(file), cells, seed)
    for (const cell of all) {
      const folder = told.copy()
      flipCell(join(folder, 'candour.sqlite'), cell)
      if (!(await isNoticed(folder))) {
        failures.push(`${cell.table} ${cell.row}, ${cell.column}: another bit went unnoticed`)
      }
    }
    const chance = numbers(seed)
    const bytes = readFileSync(file)
    for (let n = 0; n < bits; n += 1) {
      const at = Math.floor(chance() * bytes.length)
      const folder = told.copy()
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
      writeFileSync(join(folder, 'candour.sqlite'), other)
      if (!(await isNoticed(folder)) && readings(folder) !== before) {
        failures.push(`byte ${at}: what is read is another, and nothing says so`)
      }
    }
    return { trials: all.length + bits, failures }
  } finally {
    told.remove()
  }
}

async function isNoticed(folder: string): Promise<boolean> {
  try {
    return (await examine(folder)).length > 0
  } catch {
    return true
  }
}

/** All the evidence, as it is read. */
function readings(folder: string): string {
  const reader = createSqliteReader({ path: join(folder, 'candour.sqlite') })
  try {
    const records = reader.consultations().map((id) => [id, reader.load(id)])
    return digestOf([records, [...reader.bundles()]])
  } finally {
    reader.close()
  }
}

interface Cell {
  readonly table: string
  readonly row: number
  readonly column: string
}

/** What evidence is made of. The key's name and the order of arrival are no part of what is signed. */
const EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  record: ['record_id', 'leaf', 'iv', 'body'],
  log_node: ['hash'],
  log: ['signed'],
}

function cellsOf(file: string): Cell[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const cells = Object.entries(EVIDENCE).flatMap(([table, columns]) => {
    const rows = Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])
    return Array.from({ length: rows }, (_, row) =>
      columns.map((column) => ({ table, row, column })),
    ).flat()
  })
  db.close()
  return cells
}

/** As somebody does who may write to the file: the triggers are no obstacle to them. */
function flipCell(file: string, { table, row, column }: Cell): void {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA foreign_keys = OFF')
  for (const { name } of db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all()) {
    db.exec(`DROP TRIGGER ${String(name)}`)
  }
  const found = db.prepare(`SELECT ${column} AS value FROM ${table} LIMIT 1 OFFSET ${row}`).get()
  const value = found?.['value']
  const bytes = Buffer.from(value as string | Uint8Array)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  const other = typeof value === 'string' ? bytes.toString() : bytes
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(other, value as string)
  db.close()
}
