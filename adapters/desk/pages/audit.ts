import type { AuditTable, AuditView } from '../../../bot/views/audit.ts'
import { html, type Markup, type Part } from '../html.ts'
import { plot } from '../plot.ts'

/** What the clinic may count of itself, for whoever audits it. */
export function auditBody(view: AuditView): Part {
  return html`<div class="headline"><h1>Audit</h1></div>
    <p>
      Counts of the whole clinic, in bands. Fewer than 5 is never told more exactly, and no total is
      given, so that nobody can be found among the numbers. What was erased is not counted.
    </p>
    ${survey(view)}
    <div class="audits">${view.tables.map(one)}</div>`
}

function survey({ year, survey: { wanted, band, more } }: AuditView): Markup {
  const enough = band.least >= wanted
  return html`<section class="card" aria-labelledby="survey-title">
    <h2 id="survey-title">The survey of ${year}</h2>
    <p>
      <strong>${band.words}</strong> patients have answered it, of at least ${wanted} who are wanted
      a year.
    </p>
    <p class="${enough ? 'hint' : ''}">
      ${enough ? 'That is enough for this year.' : `Still needed: ${more}.`} It is offered to
      everybody after a treatment, and nobody has to answer.
    </p>
  </section>`
}

function one(table: AuditTable): Markup {
  const { id, title, about, of, rows } = table
  return html`<section class="card" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="hint">${about}</p>
    ${plot(table)}
    <table class="counts">
      <caption class="aside">
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${of}</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, band }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${band.words}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p><a href="/desk/audit/${id}" download>${title}, as a CSV file</a></p>
  </section>`
}

export const NOT_YOURS = html`<h1>Audit</h1>
  <p>This page is for whoever audits or oversees the clinic.</p>
  <p><a class="button" href="/desk">Back to what waits</a></p>`
