/** One row in a process of its own, which tells whoever started it what came of it: see rows.ts. */
import { DEPTHS } from './campaign.ts'
import { campaigns, runOne, type Told } from './rows.ts'

// Whoever started it has been ended: nobody hears what comes of it.
process.once('disconnect', () => process.exit(1))
const [row = '', depth, seed] = process.argv.slice(2)
const [campaign] = await campaigns([row])
const wanted = DEPTHS.find((one) => one === depth)
if (!campaign || !wanted) throw new Error(`There is no ${row} of depth ${depth}`)
const lacks = await campaign.lacks?.()
const told: Told = lacks ? { lacks } : { outcome: await runOne(campaign, wanted, Number(seed)) }
// Of a sabotaged server somebody may still be asking again and again.
process.send?.(told, () => process.exit())
