import type { DataKey, Keys, LogStore, Place, StoredRecord } from '../../bot/ports.ts'

/** The evidence, wherever it is kept, to read beside whoever writes it. */
export interface Reader {
  consultations(): Promise<readonly string[]>
  load(consultation: string): Promise<readonly StoredRecord[]>
  bundles(): Promise<ReadonlyMap<string, string>>
  log(clinic: string): Pick<LogStore, 'head' | 'waiting' | 'nodes' | 'leaves' | 'entry'>
  close(): Promise<void>
}

export interface KeyReader extends Pick<Keys, 'find' | 'close'> {
  signing(origin: string): Promise<DataKey | undefined>
}

export interface Reading {
  readonly reader: Reader
  readonly keys: KeyReader
  readonly place?: (name: string) => Place
}
