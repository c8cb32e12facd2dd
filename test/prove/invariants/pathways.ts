/** What must hold of every answer within one pathway. */
import { OF_ASSESSING } from './assessing.ts'
import { OF_CONSENTING } from './consenting.ts'
import { OF_YOUNG } from './young.ts'

export const OF_PATHWAYS = [...OF_YOUNG, ...OF_ASSESSING, ...OF_CONSENTING]
export { MAY, NEVER_AFTER, THROUGH } from './shapes.ts'
