/**
 * Every failure that Candour names. `meaning` is for the person on call, `fix` says
 * what to do. Codes are written to logs: never reuse one.
 */
export const ERRORS = {
  'store/conflict': {
    meaning: 'Another turn for this consultation was recorded first, again and again.',
    fix: 'None: the message can be sent again. If it repeats, look for a client that never stops.',
  },
  'store/unsafe': {
    meaning: 'The database does not promise that what it commits is on disk and stays as it is.',
    fix: 'Put right what is named. A folder: a local disk, synchronous=FULL. PostgreSQL: its settings, a role that serves and owns nothing.',
  },
  'store/not-reached': {
    meaning: 'A database could not be reached when Candour started.',
    fix: 'Put right what is named, in the settings or on the server. Nothing was written.',
  },
  'store/failed': {
    meaning: 'A write to the store failed; whether it was kept is not known.',
    fix: 'Candour stops so that it can read again. Check the disk, then start it.',
  },
  'store/full': {
    meaning: 'The disk is full. Only what stops something, and calls for a person, is still taken.',
    fix: 'Make room on the disk that holds CANDOUR_DATA. Answers are taken again within seconds.',
  },
  'store/in-use': {
    meaning: 'Another Candour is running on this data.',
    fix: 'Stop it first, or give this one its own CANDOUR_DATA. Two would write over each other.',
  },
  'store/holds-other': {
    meaning: 'There is something else in the databases than what is to go there.',
    fix: 'Nothing was written over. Name empty ones, or, where this clinic went before, go on there.',
  },
  'store/torn': {
    meaning: 'The file of the database is damaged: an index says something else than its table.',
    fix: 'Keep the file as it is, and put back the newest copy: `npm run restore`.',
  },
  'store/moved': {
    meaning: 'What is in this folder was moved to PostgreSQL, and goes on there.',
    fix: 'Set CANDOUR_POSTGRES and CANDOUR_POSTGRES_KEYS. To serve the folder all the same, without what came since: `npm run store:move -- back`.',
  },
  'store/half': {
    meaning: 'The records and their keys are two files, and one of them is not there.',
    fix: 'Nothing was made in its place. Check CANDOUR_DATA; look for the file, or put its newest copy back.',
  },
  'store/another-format': {
    meaning: 'The database is not of the format that this version of Candour reads.',
    fix: 'In PostgreSQL an earlier one, or none: `npm run migrate`. Else check that the settings lead to the right database, and that no newer version wrote it.',
  },
  'store/read-only': {
    meaning: 'Records that were signed for are missing: an older copy was put back.',
    fix: 'Find the newest copy. To go on without them for good: `npm run restore -- new-epoch`.',
  },
  'keys/wrong-kek': {
    meaning: 'The key-encryption key is missing, unsafe, or not the one that wrapped these keys.',
    fix: 'Point CANDOUR_KEK_FILE at the right file, mode 0400. Never make a new one for old data.',
  },
  'keys/destroyed': {
    meaning: 'The keys of this consultation were destroyed when it was erased.',
    fix: 'None: an erased consultation is never written to again.',
  },
  'clock/went-back': {
    meaning: 'The clock of this machine is behind a time that Candour has already given.',
    fix: 'Put the clock right. Candour waits out two seconds, and refuses to go on beyond that.',
  },
  'evidence/broken-chain': {
    meaning: 'A record does not follow from the one before it.',
    fix: 'Stop writing to this consultation and run `npm run verify`.',
  },
  'evidence/wrong-commitment': {
    meaning: 'The sealed content of a record is not what its leaf commits to.',
    fix: 'Restore the record from a backup; keep both for the inquiry.',
  },
  'evidence/no-key': {
    meaning: 'The key that opens this record is not there: destroyed, or from another key store.',
    fix: 'Check CANDOUR_DATA and CANDOUR_KEK_FILE. An erased record stays sealed for good.',
  },
  'evidence/replay-differs': {
    meaning: 'Taking the recorded commands again leads to another state than was recorded.',
    fix: 'A pathway or the engine changed without a new version. Go back to the released build.',
  },
  'log/not-begun': {
    meaning: 'This clinic has no log yet, and a log never begins by itself.',
    fix: 'For a new clinic: `npm run log -- begin`. If there was one, look for the right database.',
  },
  'log/begun-already': {
    meaning: 'This clinic has a log already.',
    fix: 'None: a log begins once, and goes on from where it was.',
  },
  'log/disagrees': {
    meaning: 'The log in the database and its checkpoint in the second place do not agree.',
    fix: 'Write nothing. Find out which of the two was changed or put back, and keep both.',
  },
  'log/fenced': {
    meaning: 'Another process has taken over writing the log.',
    fix: 'None, if that was meant. Two that take it from each other are one too many.',
  },
  'log/does-not-hold': {
    meaning: 'The records or hashes in the database are not what the log has signed.',
    fix: 'Write nothing. Run `npm run verify`, restore from a backup, and keep both.',
  },
  'log/not-witnessed': {
    meaning: 'A witness has not signed the latest checkpoint. Records stay sealed, not witnessed.',
    fix: 'See that it runs and knows this log. If it knows a longer log, ours was put back: stop.',
  },
  'evidence/not-sealed': {
    meaning: 'A record is not in the log yet, and nothing is handed out without its proof.',
    fix: 'Wait a second and ask again. If it stays so, the log is not being written: look why.',
  },
  'evidence/nothing': {
    meaning: 'There are no records to hand out.',
    fix: 'Check the name of the consultation, and which of its streams was asked for.',
  },
  'config/refused': {
    meaning: 'Candour does not start half-configured.',
    fix: 'Put right every setting that is named, then start again.',
  },
  'content/not-kept': {
    meaning: 'The words that a consultation began with are not in the store.',
    fix: 'Restore the bundle with that digest from a backup of the store.',
  },
  'content/faults': {
    meaning: 'Some words are missing or faulty.',
    fix: 'Put right every file that is named.',
  },
} as const satisfies Record<string, { meaning: string; fix: string }>

export type ErrorCode = keyof typeof ERRORS

export class CandourError extends Error {
  override readonly name = 'CandourError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: ErrorCode,
    details: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(
      `${code}: ${ERRORS[code].meaning} ${JSON.stringify(details)} ${ERRORS[code].fix}`,
      options,
    )
    this.code = code
    this.details = details
  }
}

const PASSING: ReadonlySet<string> = new Set<ErrorCode>(['store/failed', 'clock/went-back'])

/** Another instance may reach the records, or have the right time; so may this one, a little later. */
export function mayPass(error: unknown): boolean {
  return error instanceof CandourError && PASSING.has(error.code)
}
