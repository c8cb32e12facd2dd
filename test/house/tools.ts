import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The top of the repository. */
export const top = fileURLToPath(new URL('../../', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly out: string
  /** Everything it said, for the message of a test that fails. */
  readonly said: string
}

/** Runs one of the tools in node_modules, by the path of its program, on this Node. */
export function run(tool: string, args: readonly string[], cwd = top): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${top}node_modules/${tool}`, ...args], { cwd })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, said: out + err }))
  })
}

export const tsc = 'typescript/bin/tsc'
export const eslint = 'eslint/bin/eslint.js'
export const prettier = 'prettier/bin/prettier.cjs'
export const cruiser = 'dependency-cruiser/bin/dependency-cruise.mjs'
export const mocha = 'mocha/bin/mocha.js'

const folders = ['machines', 'content', 'bot', 'adapters', 'test']
export const cruiserArgs = [
  '--config',
  '.dependency-cruiser.mjs',
  '--output-type',
  'json',
  ...folders,
]

/** What dependency-cruiser reports, as far as we look at it. */
export interface Cruised {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
      /** The whole circle; it is reported once, from one of its modules. */
      readonly cycle?: readonly { readonly name: string }[]
    }[]
    readonly ruleSetUsed: {
      readonly forbidden: readonly { readonly name: string; readonly comment?: string }[]
    }
  }
}
