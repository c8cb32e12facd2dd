/** Says what first notices that something is wrong: an invariant, what is ensured, a transcript. */
import { PATHWAYS } from '../../../machines/index.ts'
import { cover } from '../cover.ts'
import { REAL } from '../house.ts'
import { hold } from '../invariants/hold.ts'
import { holdJourney, SHORT, TWICE } from '../journey/hold.ts'
import { comesOut, names, written } from '../mutation/stories.ts'

async function noticed(): Promise<string | undefined> {
  for (const pathway of Object.values(PATHWAYS)) {
    const [broken] = hold(pathway).broken
    if (broken) return `${pathway.id}, ${broken.id}: ${broken.says}`
  }
  // The walks of the whole do not come to what is answered apart.
  for (const pathway of Object.values(PATHWAYS).filter(({ restricted }) => restricted)) {
    const [fault] = cover(pathway).faults
    if (fault) return `${pathway.id}: ${fault}`
  }
  for (const scope of [...SHORT.slice(0, 2), TWICE]) {
    const [broken] = holdJourney(REAL, scope, { first: true }).broken
    if (broken) return `${broken.id}: ${broken.says}`
  }
  for (const name of names()) if (!(await comesOut(written(name), REAL))) return name
  return undefined
}

const by = await noticed().catch((error: unknown) => `an error: ${String(error).split('\n')[0]}`)
process.stdout.write(by ? `caught by ${by}\n` : 'not caught\n')
