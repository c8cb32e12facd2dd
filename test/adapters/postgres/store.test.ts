import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createPostgresStore } from '../../../adapters/postgres/store.ts'
import { cluster } from '../../support/postgres.ts'
import { describeStore } from '../store.contract.ts'

before(async function () {
  this.timeout(90_000)
  await cluster()
})

describeStore('the PostgreSQL store', async () => {
  const { url } = await (await cluster()).emptied(EVIDENCE)
  return {
    store: await createPostgresStore({ url }),
    reopen: () => createPostgresStore({ url }),
  }
})
