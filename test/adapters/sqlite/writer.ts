/** A process to kill: commits turns as fast as it can and says which are acknowledged. */
import { writeSync } from 'node:fs'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import { record, sealed, sitting, turn } from '../turns.ts'

const path = process.argv[2] ?? ''
const store = createSqliteStore({ path })
const say = (line: string) => writeSync(1, `${line}\n`)

say('ready')
await Promise.all(['a', 'b', 'c', 'd'].map(talk))

/** Every turn writes to both streams, an activity and a key: none may be there without the rest. */
async function talk(id: string): Promise<void> {
  for (let n = (await store.heads(id)).open; ; n++) {
    const result = await store.commit(
      turn(id, n, {
        expect: { open: n, restricted: n },
        records: [record('open', n), record('restricted', n)].map((one) => ({
          ...one,
          recordId: `${id} ${one.stream} ${n}`,
        })),
        sittings: [sitting(id, id, { activities: n + 1 })],
        activities: [{ sitting: id, n, sealed: sealed() }],
        key: { sitting: id, key: String(n), reply: sealed(`reply ${n}`) },
      }),
    )
    if (result === 'committed') say(`${id} ${n}`)
  }
}
