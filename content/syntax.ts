/** What a template may contain, and what it uses. The tree is looked at before it is compiled. */
import type Handlebars from 'handlebars'

/** How a slot is used decides what may fill it. */
export type As = 'text' | 'day' | 'time' | 'list' | 'condition'

export interface Use {
  readonly slot: string
  readonly as: As
  /** Inside an `#if` that asks about this very slot: it may be missing. */
  readonly sheltered: boolean
}

export interface Reading {
  readonly uses: readonly Use[]
  readonly faults: readonly string[]
}

type Program = ReturnType<typeof Handlebars.parse>
type Statement = Program['body'][number]

interface Path {
  readonly type: string
  readonly data?: boolean
  readonly original: unknown
  readonly parts?: readonly string[]
}
interface Call extends Statement {
  readonly path: Path
  readonly params: readonly Path[]
  readonly hash?: unknown
}
interface Mustache extends Call {
  readonly escaped: boolean
}
interface Block extends Call {
  readonly program?: Program
  readonly inverse?: Program
}

/** Where we are: slots that an `#if` has found, and whether `this` is an item of a list. */
interface Here {
  readonly known: readonly string[]
  readonly inList: boolean
}

const INLINE: readonly string[] = ['day', 'time', 'list']

/** Lists every use of a slot in a template, and everything in it that we don't allow. */
export function readTemplate(program: Program): Reading {
  const reader = new Reader()
  reader.visit(program, { known: [], inList: false })
  return reader
}

class Reader implements Reading {
  readonly uses: Use[] = []
  readonly faults: string[] = []

  visit(part: Program | undefined, here: Here): void {
    for (const node of part?.body ?? []) {
      if (node.type === 'MustacheStatement') this.#mustache(node as Mustache, here)
      else if (node.type === 'BlockStatement') this.#block(node as Block, here)
      else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
        this.#fault(node, `${node.type} is not allowed`)
      }
    }
  }

  #mustache(node: Mustache, here: Here): void {
    const name = String(node.path.original)
    if (!node.escaped) {
      this.#fault(node, '{{{…}}} and {{&…}} are not allowed')
    } else if (node.params.length > 0 || node.hash !== undefined) {
      if (INLINE.includes(name)) this.#argument(node, name as As, here)
      else this.#fault(node, `there is no helper ${name}`)
    } else if (!(here.inList && name === 'this')) {
      this.#use(node, node.path, 'text', here)
    }
  }

  #block(node: Block, here: Here): void {
    const name = String(node.path.original)
    const parameters = [node.program, node.inverse].flatMap((part) => part?.blockParams ?? [])
    if (name !== 'if' && name !== 'each') {
      this.#fault(node, `there is no block ${name}`)
    } else if (parameters.length > 0) {
      this.#fault(node, 'block parameters are not allowed')
    } else {
      const slot = this.#argument(node, name === 'if' ? 'condition' : 'list', here)
      const known = name === 'if' && slot !== undefined ? [...here.known, slot] : here.known
      this.visit(node.program, { known, inList: here.inList || name === 'each' })
      this.visit(node.inverse, here)
    }
  }

  #argument(call: Call, as: As, here: Here): string | undefined {
    const [only] = call.params
    if (only === undefined || call.params.length > 1 || call.hash !== undefined) {
      this.#fault(call, `${String(call.path.original)} takes one slot and nothing else`)
      return undefined
    }
    return this.#use(call, only, as, here)
  }

  #use(node: Statement, path: Path, as: As, here: Here): string | undefined {
    const slot = slotOf(path)
    if (slot === undefined) {
      this.#fault(node, `${JSON.stringify(path.original ?? path.type)} is not a slot`)
    } else if (here.inList) {
      this.#fault(node, `only {{this}} can be said of an item of a list, not {{${slot}}}`)
    } else {
      this.uses.push({ slot, as, sheltered: here.known.includes(slot) })
    }
    return slot
  }

  #fault(node: Statement, what: string): void {
    this.faults.push(`line ${node.loc.start.line} of the text: ${what}`)
  }
}

/** A plain name, whole: no `../`, no `@root`, no `a.b`, no literal. */
function slotOf({ type, data, original, parts }: Path): string | undefined {
  if (type !== 'PathExpression' || data) return undefined
  return parts?.length === 1 && parts[0] === original ? parts[0] : undefined
}
