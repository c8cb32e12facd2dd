import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { newFolder } from '../folder.ts'
import { Server } from '../../support/server.ts'

const WATCH = pathToFileURL(join(import.meta.dirname, '../../support/loaded.mjs')).href

/** Each is large, and a clinic may do without what it is for. */
const SOMETIMES = [
  ...['botbuilder', 'botframework-connector', '@azure/identity', 'pg', 'nodemailer'],
  ...['prom-client', 'pdfkit', 'fontkit', '@expo-google-fonts/noto-sans', 'elkjs'],
]

describe('npm start', function () {
  this.timeout(60_000)

  it('reads what Teams, PostgreSQL, mail, figures, printing and drawing need only where they are used', async () => {
    const list = join(newFolder(), 'loaded')
    const server = await Server.start({ NODE_OPTIONS: `--import ${WATCH}`, LOADED: list })
    await server.end()
    const loaded = readFileSync(list, 'utf8').split('\n')
    expect(loaded).to.include.members(['restify', 'zod', 'xstate'])
    expect(SOMETIMES.filter((name) => loaded.includes(name))).to.deep.equal([])
  })
})
