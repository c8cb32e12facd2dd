import { expect } from 'chai'
import { digest, readWords } from '../../adapters/files/content.ts'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { machines } from '../../adapters/programs/house.ts'
import { createWords } from '../../bot/words.ts'
import { catalogue } from '../../content/catalogue.ts'
import { chance, demoClinic, openClinic, patientAt, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reworded = createWords(
  catalogue(
    readWords().map((source) =>
      source.path.endsWith('welcome/help-needed.md')
        ? { ...source, text: source.text.replace(/Would any of these/, 'Might one of these') }
        : source,
    ),
    digest,
  ),
  demoClinic,
  digest,
  machines,
)

describe('a consultation that began with other words', () => {
  it('keeps them to its end, while a new one gets those of today', async () => {
    const kept = { store: createMemoryStore(), keys: createMemoryKeys({ chance }) }
    const yesterday = openClinic(kept)
    const patient = await story.enquire(yesterday, ['go-on'])

    const library = async (wanted: string) => (wanted === shipped.digest ? shipped : undefined)
    const today = openClinic({ ...kept, words: reworded, library })
    const same = patientAt(today, patient.claim)
    await same.send({ value: { question: 'welcome#1/privacy/2', choice: 'understood' } }, 'later')
    expect((await same.last())?.text).to.include('Would any of these')

    const other = await story.enquire(today, ['go-on', 'understood'])
    expect((await other.last())?.text).to.include('Might one of these')
  })

  it('is not opened at all when they are gone', async () => {
    const kept = { store: createMemoryStore(), keys: createMemoryKeys({ chance }) }
    const patient = await story.enquire(openClinic(kept), ['go-on'])
    const id = await patient.consultation()
    const today = openClinic({ ...kept, words: reworded })
    let code = ''
    await today.desk
      .look(story.performer, id)
      .catch((error: { code: string }) => (code = error.code))
    expect(code).to.equal('content/not-kept')
  })
})
