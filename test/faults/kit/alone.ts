/** `node alone.ts CAMPAIGN SEED`: its short trials in this process, which whoever started it has broken. */
import type { Campaign } from '../campaign.ts'

// Whoever started it has been ended: nobody hears what comes of it.
process.once('disconnect', () => process.exit(1))
const [file = '', seed] = process.argv.slice(2)
const { campaign } = (await import(file)) as { readonly campaign: Campaign }
const found = await campaign.run('short', Number(seed))
process.send?.(found, () => process.exit())
