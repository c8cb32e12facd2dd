import { expect } from 'chai'
import { html } from '../../../adapters/desk/html.ts'

const said = (part: Parameters<typeof html>[1]) => html`<p>${part}</p>`.toString()

describe('a piece of a page', () => {
  it('escapes whatever is put into it', () => {
    expect(said(`<script>alert('x')</script> & "so"`)).to.equal(
      '<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;so&quot;</p>',
    )
  })

  it('takes another piece as it stands, and a list of them', () => {
    expect(said([html`<b>${'<'}</b>`, ' and ', 2])).to.equal('<p><b>&lt;</b> and 2</p>')
  })

  it('leaves out what is not there', () => {
    expect(said(undefined)).to.equal('<p></p>')
    expect(said(false)).to.equal('<p></p>')
  })

  it('does not take an object that only looks like one', () => {
    const forged = { toString: () => '<script>' } as unknown as string
    expect(() => said(forged)).to.throw(TypeError)
  })

  it('shows controls and changes of direction instead of obeying them', () => {
    expect(said('Sam\u202Egpj.exe\u0000')).to.equal('<p>Sam[U+202E]gpj.exe[U+0000]</p>')
    expect(said('one\ntwo\tthree')).to.equal('<p>one\ntwo\tthree</p>')
  })

  it('makes half a character whole', () => {
    expect(said('\ud800')).to.equal('<p>\ufffd</p>')
  })

  it('wants quotes around an attribute', () => {
    expect(() => html`<a href=${'x onclick=alert(1)'}>x</a>`).to.throw(TypeError)
  })
})
