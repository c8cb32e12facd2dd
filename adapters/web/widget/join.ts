const IMPORT = /^import \{([^}]*)\} from '\.\/([\w-]+)\.ts'$/gm
const EXPORT = /^export (?:async )?(?:const|function|class) (\w+)/gm

/**
 * Modules as one script: each in a scope of its own, after those that it imports. For sources of our
 * own style alone: names in braces, from files beside it, and nothing exported that changes.
 */
export function joined(entry: string, read: (name: string) => string): string {
  const scopes = new Map<string, string>()
  const take = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) throw new Error(`${[...way, name].join(' imports ')}: a circle`)
    if (scopes.has(name)) return
    const text = read(name)
    for (const [, , from = ''] of text.matchAll(IMPORT)) take(from, [...way, name])
    scopes.set(name, scope(name, text))
  }
  take(entry, [])
  return [...scopes.values()].join('')
}

function scope(name: string, text: string): string {
  const given = [...text.matchAll(EXPORT)].map(([, one]) => one)
  const body = text
    .replaceAll(IMPORT, (_, names: string, from: string) => {
      return `const {${names.replaceAll(' as ', ': ')}} = $${from}`
    })
    .replaceAll(/^export (?=(?:async )?(?:const|function|class) )/gm, '')
  const left = /^(?:import|export)\b.*/m.exec(body)
  if (left) throw new Error(`${name}: cannot be joined: ${left[0]}`)
  return `const $${name} = (() => {\n${body}\nreturn { ${given.join(', ')} }\n})()\n`
}
