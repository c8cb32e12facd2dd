/** What must hold of every answer within one pathway. */
import { OF_ASSESSING } from './assessing.ts'
import { OF_CONSENTING } from './consenting.ts'
import { OF_POSTING, POSTING_MAY, POSTING_NEVER, POSTING_THROUGH } from './posting.ts'
import * as shapes from './shapes.ts'
import { OF_YOUNG } from './young.ts'

export const OF_PATHWAYS = [...OF_YOUNG, ...OF_ASSESSING, ...OF_CONSENTING, ...OF_POSTING]
export const THROUGH = [...shapes.THROUGH, ...POSTING_THROUGH]
export const NEVER_AFTER = [...shapes.NEVER_AFTER, ...POSTING_NEVER]
export const MAY = [...shapes.MAY, ...POSTING_MAY]
