/**
 * How wide text is, in the metrics that Helvetica, Arial and Liberation Sans share. A table and
 * no font of the system, so that a drawing comes out the same on every machine.
 */
const REGULAR: Readonly<Record<number, string>> = {
  191: "'",
  222: 'ijl‘’',
  260: '|',
  278: ' \u00a0!,./:;I[\\]ft·',
  333: '()-`r“”',
  334: '{}',
  350: '•',
  355: '"',
  389: '*',
  500: 'Jcksvxyz',
  556: '#$0123456789?L_abdeghnopqu£é–',
  584: '+<=>~',
  611: 'FTZ',
  667: '&ABEKPSVXY',
  722: 'CDHNRUw',
  778: 'GOQ',
  833: 'Mm',
  889: '%',
  944: 'W',
  1000: '—…',
  1015: '@',
}
const BOLD: Readonly<Record<number, string>> = {
  238: "'",
  278: ' \u00a0,./I\\ijl·‘’',
  280: '|',
  333: '!()-:;[]`ft',
  350: '•',
  389: '*r{}',
  474: '"',
  500: 'z“”',
  556: '#$0123456789J_aceksvxy£é–',
  584: '+<=>~',
  611: '?FLTZbdghnopqu',
  667: 'EPSVXY',
  722: '&ABCDHKNRU',
  778: 'GOQw',
  833: 'M',
  889: '%m',
  944: 'W',
  975: '@',
  1000: '—…',
}

const widths = (table: Readonly<Record<number, string>>) =>
  new Map(
    Object.entries(table).flatMap(([width, letters]) =>
      [...letters].map((letter) => [letter, Number(width)] as const),
    ),
  )
const regular = widths(REGULAR)
const bold = widths(BOLD)

/** A letter that the table lacks is taken for a wide one. */
const UNKNOWN = 833

export interface Face {
  /** In pixels. */
  readonly size: number
  readonly bold?: true
}

/** Of one line, in pixels, to a tenth. */
export function widthOf(text: string, face: Face): number {
  const table = face.bold ? bold : regular
  const sum = [...text].reduce((all, letter) => all + (table.get(letter) ?? UNKNOWN), 0)
  return Math.round((sum * face.size) / 100) / 10
}

/** Lines no wider than that, unless one word is. */
export function wrap(text: string, face: Face, widest: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, face) <= widest) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
