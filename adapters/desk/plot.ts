import type { AuditTable } from '../../bot/views/audit.ts'
import { html, type Markup } from './html.ts'

const ROW = 44
const WIDTH = 320
const BAR = 12

/** What has no room beside its band stands in full in the table. */
const short = (label: string): string => (label.length > 32 ? `${label.slice(0, 31)}…` : label)

/**
 * Bars to the least of each band; one that may be anything under five has no length, only a
 * mark. The table beside it says the same in words, so it is not read aloud.
 */
export function plot({ rows }: AuditTable): Markup {
  const most = Math.max(5, ...rows.map(({ band }) => band.least))
  const height = rows.length * ROW
  return html`<svg
    class="plot"
    viewBox="0 0 ${WIDTH} ${height}"
    width="${WIDTH}"
    height="${height}"
    aria-hidden="true"
    focusable="false"
  >
    ${rows.map(({ label, band }, at) => {
      const length = Math.round((band.least / most) * (WIDTH - 2))
      const y = at * ROW
      return html`<text x="0" y="${y + 14}">${short(label)}</text>
        <text x="${WIDTH - 2}" y="${y + 14}" text-anchor="end">${band.words}</text>
        <rect class="track" x="0" y="${y + 21}" width="${WIDTH - 2}" height="${BAR}" rx="2"></rect>
        ${
          length > 0
            ? html`<rect
                class="bar"
                x="0"
                y="${y + 21}"
                width="${length}"
                height="${BAR}"
                rx="2"
              ></rect>`
            : html`<rect class="few" x="0" y="${y + 21}" width="6" height="${BAR}" rx="2"></rect>`
        }`
    })}
  </svg>`
}
