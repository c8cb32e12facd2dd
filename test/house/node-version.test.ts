import { expect } from 'chai'
import { requireNode } from '../../adapters/config/node.mjs'

describe('the Node that runs the tests', () => {
  it('is 24.15 or later', () => {
    expect(() => requireNode(process.versions.node)).not.to.throw()
    expect(() => requireNode('24.15.0')).not.to.throw()
    expect(() => requireNode('25.0.0')).not.to.throw()
  })

  it('is refused when it is older', () => {
    expect(() => requireNode('24.14.9')).to.throw('24.14.9')
    expect(() => requireNode('20.20.2')).to.throw('20.20.2')
  })
})
