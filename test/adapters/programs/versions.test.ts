import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import {
  changesSince,
  type Lock,
  lockText,
  readLock,
  refuseReleased,
  tagBinds,
  versionsNow,
} from '../../../adapters/programs/versions.ts'
import { JOURNEYS, PATHWAYS } from '../../../machines/index.ts'
import { top } from '../../house/tools.ts'

const locked = readLock()
const now = versionsNow()
/** A lock of what is there, of which nothing was released. */
const asNow = JSON.parse(lockText({}, now)) as Lock

describe('a version of a statechart', () => {
  it('is made of what the lock says: else npm run generate', () => {
    expect(changesSince(locked, now)).to.deep.equal([])
  })

  it('is in the lock, each that runs and no other', () => {
    const all = [...Object.keys(PATHWAYS), ...Object.keys(JOURNEYS)]
    expect(Object.keys(locked)).to.have.members(all)
  })

  it('is made of its own files and of those that they run, and of no other version’s', () => {
    const files = Object.keys(locked['age-check@1']?.files ?? {})
    expect(files).to.include.members([
      ...['facts', 'guards', 'machine'].map((name) => `machines/pathways/age-check/${name}.ts`),
      ...['machines/cited.ts', 'machines/time.ts'],
    ])
    const others = files.filter((path) => /pathways\/(?!age-check\/)/.test(path))
    expect(others).to.deep.equal([])
  })

  it('is not made of what the law says today: that is taken as of the day of each act', () => {
    const files = Object.values(locked).flatMap((one) => Object.keys(one.files))
    expect(files.filter((path) => path.includes('/parameters/'))).to.deep.equal([])
  })
})

describe('a changed file', () => {
  let root: string
  const changed = (path: string) => {
    appendFileSync(join(root, path), '// Otherwise.\n')
    return versionsNow(root)
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'candour-versions-'))
    cpSync(join(top, 'machines'), join(root, 'machines'), { recursive: true })
  })

  afterEach(() => rmSync(root, { recursive: true }))

  it('of one pathway changes that version and no other', () => {
    const after = changed('machines/pathways/age/guards.ts')
    expect(changesSince(asNow, after)).to.deep.equal([
      'age@1 has changed and its version has not: machines/pathways/age/guards.ts',
    ])
  })

  it('that many run changes them all', () => {
    const after = changed('machines/cited.ts')
    expect(changesSince(asNow, after).length).to.be.above(5)
  })

  it('is written into the lock as long as its version was not released', () => {
    const after = changed('machines/pathways/age/guards.ts')
    expect(JSON.parse(lockText(asNow, after))).to.have.property('age@1')
  })

  it('is refused once its version was released', () => {
    const released = JSON.parse(lockText(asNow, now, '0.1.0')) as Lock
    expect(lockText(released, now)).to.equal(lockText(asNow, now, '0.1.0'))
    const after = changed('machines/pathways/age/guards.ts')
    expect(() => lockText(released, after)).to.throw(/age@1 .*machines\/pathways\/age\/guards\.ts/)
    expect(() => lockText(released, after, '0.2.0')).to.throw('age@1')
  })

  it('is refused once a release was tagged, though nobody marked it', () => {
    const after = changed('machines/pathways/age/guards.ts')
    expect(() => lockText(tagBinds(asNow, ['0.1.0']), after)).to.throw('age@1')
  })
})

describe('a released version', () => {
  const released = JSON.parse(lockText(asNow, now, '0.1.0')) as Lock

  it('may not go', () => {
    const rest = Object.fromEntries(Object.entries(now).filter(([id]) => id !== 'age@1'))
    expect(() => lockText(released, rest)).to.throw('age@1 is gone')
  })

  it('may have the next one beside it, which no earlier tag binds', () => {
    const next = { ...now, 'age@2': now['age@1'] as (typeof now)[string] }
    const text = lockText(tagBinds(released, ['0.1.0']), next)
    expect((JSON.parse(text) as Lock)['age@2']?.since).to.equal(null)
  })

  it('keeps the corpus that was recorded with it', () => {
    expect(() => refuseReleased('0.1.0', released)).to.throw('0.1.0 is released')
    expect(() => refuseReleased('0.2.0', released)).not.to.throw()
  })
})
