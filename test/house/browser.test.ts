import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import { launch, unpacked } from '../support/browser.ts'

describe('the browser of the tests', function () {
  this.timeout(60_000)

  it('opens a page, also when several are started at once', async () => {
    const browsers = await Promise.all([launch(), launch()])
    for (const browser of browsers) {
      const page = await browser.newPage()
      await page.setContent('<h1>Before we start</h1>')
      expect(await page.getByRole('heading').innerText()).to.equal('Before we start')
      await browser.close()
    }
  })

  it('has letters to write with', async () => {
    const browser = await launch()
    const page = await browser.newPage()
    await page.setContent('<span>iii</span> <span>WWW</span>')
    const widthOf = async (letters: string) =>
      (await page.getByText(letters, { exact: true }).boundingBox())?.width ?? 0
    expect(await widthOf('iii')).to.be.greaterThan(0)
    expect(await widthOf('WWW')).to.be.greaterThan(await widthOf('iii'))
    await browser.close()
  })

  it('finds what it links to in its own package on a system without nss', async () => {
    const { executablePath, libraries } = await unpacked()
    const linked = execFileSync('ldd', [executablePath], {
      encoding: 'utf8',
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    })
    expect(linked).not.to.include('not found')
    expect(linked).to.include(`libnss3.so => ${libraries}/libnss3.so`)
    expect(linked).to.include(`libnspr4.so => ${libraries}/libnspr4.so`)
  })
})
