/** A fault within one pathway, told as a conversation. */
import { conversation } from '../conversation.ts'
import { bring, isRefused, opened } from '../engine.ts'
import { advance } from '../../../bot/advance.ts'
import type { Command, Pathway } from '../../../machines/contract.ts'
import { alone, houseOf, REAL } from '../house.ts'
import type { Broken } from './hold.ts'

export function toldOf(pathway: Pathway, { id, says, given, path }: Broken): string {
  const house = houseOf({
    pathways: { ...REAL.pathways, [pathway.id]: pathway },
    journeys: { 'alone@1': alone(pathway) },
  })
  const begun = opened(house, pathway, given)
  if (!begun) return `# ${id}: ${says}\n# given ${JSON.stringify(given)}`
  const commands: Command[] = []
  let now = begun
  for (const event of path) {
    const command = bring(now, pathway, event)
    commands.push(command)
    const result = advance(house, now, command)
    if (!isRefused(result)) now = result.next
  }
  return conversation(house, begun, commands, `${id}: ${says}`)
}
