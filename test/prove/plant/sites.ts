/** Where one small thing can be made wrong in a source file, and what it reads then. */
import { createHash } from 'node:crypto'
import ts from 'typescript'

export interface Site {
  readonly start: number
  readonly end: number
  readonly instead: string
}

const TURNED = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
])

export function sitesIn(path: string, text: string): readonly Site[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true)
  const found: Site[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return
    const instead = alteredOf(node, file)
    if (instead !== undefined)
      found.push({ start: node.getStart(file), end: node.getEnd(), instead })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** An operator turned, a not dropped, a yes for a no, one more, or something not done. */
function alteredOf(node: ts.Node, file: ts.SourceFile): string | undefined {
  const turned = TURNED.get(node.kind)
  if (turned && ts.isBinaryExpression(node.parent)) return turned
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return `(${node.operand.getText(file)})`
  if (node.kind === ts.SyntaxKind.TrueKeyword) return 'false'
  if (node.kind === ts.SyntaxKind.FalseKeyword) return 'true'
  if (ts.isNumericLiteral(node)) return `${Number(node.text.replaceAll('_', '')) + 1}`
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return 'void 0'
  return undefined
}

/** A number between nothing and one, the same for the same seed. */
export function chance(seed: number, draw: number): number {
  const hash = createHash('sha256').update(`${seed}/${draw}`).digest()
  return hash.readUInt32BE(0) / 4_294_967_296
}
