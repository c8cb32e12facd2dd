import type { Instant } from '../machines/time.ts'

/** What instances that share a store ask of it, since none of them remembers for the others. */
export interface Shared extends Once {
  /**
   * Tells of sittings that another instance wrote to or ended. `all`: some may have been missed.
   * Nothing is promised of it but that whoever reads then sees what was written.
   */
  news(hear: (sittings: readonly string[] | 'all') => void): {
    /** Resolves when it hears for the first time. */
    readonly ready: Promise<void>
    stop(): Promise<void>
  }
  /**
   * Whether this instance is the one to write that clinic's log for the next seconds. That two
   * never write is seen to by the log's lease, which each write names.
   */
  leads(clinic: string): Promise<boolean>
}

/** What may be used once, wherever it is shown first. */
export interface Once {
  /** Exactly one caller ever gets true. It is remembered until then, by the wall, and an hour more. */
  spend(what: string, until: Instant): Promise<boolean>
  wasSpent(what: string): Promise<boolean>
}
