/**
 * `npm run docs` draws every statechart and tells its branches in tables, under docs/, and writes
 * the hazard log for people, and the table of promises in the README. A test compares all of it with what is committed.
 */
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { drawJourney, drawPathway, type Page } from '../../bot/draw/drawing.ts'
import { journeyTable, pathwayTable } from '../../bot/draw/table.ts'
import { nameOf } from '../../bot/house.ts'
import { humanise } from '../../bot/show/words.ts'
import { type Catalogue, catalogue } from '../../content/catalogue.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import { digest, readWords } from '../files/content.ts'
import { hazardsPage, readHazards } from './hazards.ts'
import { FAULTS_PAGE, faultsPage, readNotTried, README, readmeNow, readRows } from './promises.ts'

/** Texts by their paths, relative to the top of the repository. */
export type Drawn = ReadonlyMap<string, string>

const FOLDERS = ['docs/pathways', 'docs/journeys'] as const
const HAZARD_LOG = 'docs/safety/hazards.md'

/** Every drawing and table, of the machines and words as they are now. */
export async function drawAll(): Promise<Drawn> {
  const words = catalogue(readWords(), digest)
  const files = new Map<string, string>()
  for (const pathway of Object.values(PATHWAYS)) {
    const pages = await drawPathway(pathway, words)
    keep(files, FOLDERS[0], nameOf(pathway.id), pages, pathwayTable(pathway, words))
  }
  for (const journey of Object.values(JOURNEYS)) {
    const pages = await drawJourney({ journey, pathways: PATHWAYS, catalogue: words })
    keep(files, FOLDERS[1], nameOf(journey.id), pages, journeyTable(journey, words))
  }
  files.set(HAZARD_LOG, hazardsPage(readHazards()))
  files.set(FAULTS_PAGE, faultsPage(readRows(), readNotTried()))
  files.set(README, readmeNow())
  return files.set(`${FOLDERS[0]}/README.md`, index(words))
}

function keep(
  files: Map<string, string>,
  folder: string,
  name: string,
  pages: readonly Page[],
  table: readonly string[],
): void {
  for (const { id, svg } of pages) files.set(`${folder}/${id}.svg`, svg)
  const images = pages.map(({ id, title }) => `![${title}](${id}.svg)`)
  const lines = [`# ${humanise(name)}`, '', GENERATED, '', ...images, '', ...table, '']
  files.set(`${folder}/${name}.md`, lines.join('\n'))
}

const GENERATED = 'Drawn by `npm run docs`: change the machine or its words, not this page.'

function index({ ui }: Catalogue): string {
  const line = (folder: string, id: string) =>
    `- [${humanise(nameOf(id))}](${folder}${nameOf(id)}.md)`
  const lines = [
    '# Statecharts',
    '',
    GENERATED,
    '',
    ui['drawing-how-to-read'] ?? '',
    '',
    '## Journeys',
    '',
    ...Object.keys(JOURNEYS).map((id) => line('../journeys/', id)),
    '',
    '## Pathways',
    '',
    ...Object.values(PATHWAYS).map(({ id, role }) => `${line('', id)}: ${role}`),
    '',
  ]
  return lines.join('\n')
}

const top = new URL('../../', import.meta.url)

/** What is in the folders now. */
export function drawnFiles(): readonly string[] {
  return globSync([...FOLDERS.map((folder) => `${folder}/*`), HAZARD_LOG, FAULTS_PAGE, README], {
    cwd: top,
  }).sort()
}

if (import.meta.main) {
  const files = await drawAll()
  for (const path of drawnFiles()) if (!files.has(path)) rmSync(new URL(path, top))
  for (const [path, text] of files) {
    mkdirSync(new URL(`${dirname(path)}/`, top), { recursive: true })
    writeFileSync(new URL(path, top), text)
  }
  console.log(`wrote ${files.size} files`)
}
