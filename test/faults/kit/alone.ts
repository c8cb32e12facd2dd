/** `node alone.ts CAMPAIGN SEED`: its trials in this process, which whoever started it has broken. */
import type { Campaign, Trials } from '../campaign.ts'

interface File {
  readonly campaign: Campaign
  /** What is tried where something is broken, if that is not the same as in short. */
  readonly onBroken?: () => Promise<Trials>
}

// Whoever started it has been ended: nobody hears what comes of it.
process.once('disconnect', () => process.exit(1))
const [file = '', seed] = process.argv.slice(2)
const { campaign, onBroken } = (await import(file)) as File
const found = await (onBroken ? onBroken() : campaign.run('short', Number(seed)))
process.send?.(found, () => process.exit())
