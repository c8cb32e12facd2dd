import type { Instant } from '../machines/time.ts'

export type Stream = 'open' | 'restricted'

/** Where data keys are. A key is durable before the first record that needs it. */
export interface Keys {
  /** The open key of a stream of a consultation, made and kept if there is none yet. */
  stream(person: string, consultation: string, stream: Stream): Promise<DataKey>
  /** By its id; `undefined` when it was destroyed. */
  find(id: string): Promise<DataKey | undefined>
  /** The seed that signs the log of that origin, made and kept if there is none yet. */
  signing(origin: string): Promise<DataKey>
  /**
   * Destroys the keys of these consultations, and those of persons that are left without any.
   * They are then in none of the files; false while somebody who still reads keeps a trace there:
   * ask again. A consultation whose keys were destroyed gets none again: `keys/destroyed`.
   */
  destroy(consultations: readonly string[]): Promise<boolean>
  /** Consultations whose keys were destroyed, whatever else is remembered of them. */
  destroyed(): Promise<readonly string[]>
  /** The copies of the keys that were made, whether or not they still exist. */
  backups(): Promise<readonly KeyBackup[]>
  close(): Promise<void>
}
/** A copy of the keys: an erased key can come back from it until it is deleted. */
export interface KeyBackup {
  readonly made: Instant
  readonly until: Instant
}
export interface DataKey {
  readonly id: string
  readonly bytes: Uint8Array
}
