/**
 * Breaks SQLite for the process that imports it first, also in threads of its own: with
 * SABOTAGE=normal nothing that is committed is flushed, with SABOTAGE=careless a commit that failed
 * is taken for done, with SABOTAGE=late it is done a moment after it was answered, until whoever
 * uses that folder of data ends for the first time.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const { SABOTAGE } = process.env
const { exec, prepare } = DatabaseSync.prototype

if (SABOTAGE === 'normal') {
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql.replace(/synchronous\s*=\s*FULL/i, 'synchronous = NORMAL'))
  }
  DatabaseSync.prototype.prepare = function (sql) {
    const asked = prepare.call(this, sql)
    // Whoever reads it back is told what they want to hear.
    if (/^PRAGMA synchronous$/i.test(sql)) asked.get = () => ({ synchronous: 2 })
    return asked
  }
}

if (SABOTAGE === 'careless') {
  DatabaseSync.prototype.exec = function (sql) {
    try {
      exec.call(this, sql)
    } catch (error) {
      if (sql !== 'COMMIT') throw error
    }
  }
}

const mark = join(process.env['CANDOUR_DATA'] ?? '.', 'sabotaged')
if (SABOTAGE === 'late' && !existsSync(mark)) {
  const MOMENT = 5000
  /** So many are done in time: it starts. */
  let left = 10
  const waiting = new Map<DatabaseSync, NodeJS.Timeout>()
  DatabaseSync.prototype.exec = function (sql) {
    if (sql === 'BEGIN IMMEDIATE' && waiting.has(this)) return
    if (sql !== 'COMMIT' || (left -= 1) > 0) return exec.call(this, sql)
    if (waiting.has(this)) return
    const done = () => {
      waiting.delete(this)
      exec.call(this, 'COMMIT')
    }
    writeFileSync(mark, '')
    waiting.set(this, setTimeout(done, MOMENT))
  }
}
