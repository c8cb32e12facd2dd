interface Line {
  readonly name: string
  readonly phone: string
  readonly when: string
}

interface Reachable {
  readonly name: string
  readonly phone: string
  readonly outOfHours: Omit<Line, 'when'>
  readonly crisisLines: readonly Line[]
}

/** Whom anybody can ring, the number for danger first and the clinic last. */
export function linesOf(
  { name, phone, outOfHours, crisisLines }: Reachable,
  ui: Readonly<Record<string, string>>,
): readonly Line[] {
  const isFirst = (line: Line) => line.phone === '999'
  return [
    ...crisisLines.filter(isFirst),
    ...crisisLines.filter((line) => !isFirst(line)),
    { name, phone, when: ui['clinic-line-when'] ?? 'clinic-line-when' },
    { ...outOfHours, when: ui['out-of-hours-when'] ?? 'out-of-hours-when' },
  ]
}
