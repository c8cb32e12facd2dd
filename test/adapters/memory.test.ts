import { createMemoryStore } from '../../adapters/memory/store.ts'
import { describeStore } from './store.contract.ts'

describeStore('the memory store', async () => ({ store: createMemoryStore() }))
