import { expect } from 'chai'
import { DatabaseSync } from 'node:sqlite'
import { prepareLog } from '../../../adapters/sqlite/log-statements.ts'
import { SCHEMA } from '../../../adapters/sqlite/schema.ts'

describe('what waits for the log, in SQLite', () => {
  it('is found from the last record that the log has, whatever the clinic ever had', () => {
    const db = new DatabaseSync(':memory:')
    db.exec(SCHEMA)
    const { sourceSQL } = prepareLog(db).waiting
    const [first] = db.prepare(`EXPLAIN QUERY PLAN ${sourceSQL}`).all({ clinic: 'a', most: 1 })
    db.close()
    expect(first?.detail).to.equal('SEARCH r USING INTEGER PRIMARY KEY (rowid>?)')
  })
})
