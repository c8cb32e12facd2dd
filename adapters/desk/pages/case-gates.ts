import type { GateLine } from '../../../bot/views/desk.ts'
import { type Form, formOf, ticked } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import { named } from '../words.ts'
import { actForm, folded, type Scene, section } from './scene.ts'

export function gates(scene: Scene): Part {
  const { gates, stages, stage } = scene.view
  if (gates.length === 0) return undefined
  const byStage = stages.map((name) => [name, gates.filter((gate) => gate.stage === name)] as const)
  const all = [
    byStage.map(([name, lines]) => lines.length > 0 && ofStage(name, lines, name === stage)),
    standIn(scene),
  ]
  const sent = scene.kept?.form === 'stand-in'
  return section('gates', 'Gates', folded(`All of the way: ${stillToDo(gates)}`, sent, all))
}

function stillToDo(lines: readonly GateLine[]): string {
  const left = lines.filter(({ met }) => !met).length
  if (left > 0) return `${left} of ${lines.length} still to do`
  // What a demo stood in for was never met.
  return lines.some(({ stoodIn }) => stoodIn) ? 'nothing left to do' : 'all met'
}

function ofStage(name: string, lines: readonly GateLine[], open: boolean): Markup {
  return html`<details ${open && html`open`}>
    <summary>${named(name)}: ${stillToDo(lines)}</summary>
    <ul class="gates">
      ${lines.map(gate)}
    </ul>
  </details>`
}

/** Whether a gate is met, in a word; what a demo stood in for looks like nothing that was met. */
export function gateMark({ met, stoodIn }: Pick<GateLine, 'met' | 'stoodIn'>): Markup {
  const [look, word] = stoodIn
    ? ['stood-in', 'Stood in (demo)']
    : met
      ? ['met', 'Met']
      : ['not-yet', 'Not yet']
  return html`<strong class="mark ${look}">${word}</strong>`
}

function gate({ label, met, clauses, awaits, stoodIn }: GateLine): Markup {
  return html`<li>
    <p>${gateMark({ met, stoodIn })} ${label}</p>
    <p class="hint">
      ${clauses.map((clause) => html`<code>${clause}</code> `)}
      ${awaits !== undefined && !met && html`· awaits ${named(awaits).toLowerCase()}, not built yet`}
    </p>
  </li>`
}

/** Offered in a demo only, for gates whose pathway is not built yet; what it does is on record. */
function standIn(scene: Scene): Part {
  const { view, kept } = scene
  const open = view.gates.filter(({ awaits, met }) => awaits !== undefined && !met)
  if (!view.demo || !view.offers.includes('stand-in') || open.length === 0) return undefined
  const form = formOf('stand-in', kept)
  const stages = view.stages.filter((name) => open.some(({ stage }) => stage === name))
  return html`<details class="act demo-only" ${form.failed && html`open`}>
    <summary>Demo stand-in</summary>
    <p>
      These gates wait for pathways that are not built yet. In this demo you may stand in for them.
      The act is on record, under your name, marked as a stand-in. It is no evidence that the duty
      was met.
    </p>
    ${actForm(scene, {
      act: 'stand-in',
      body: (form) =>
        html`<fieldset id="${form.id('gates')}" tabindex="-1">
            <legend>Gates to stand in for</legend>
            ${form.failed && html`<p class="fault">${form.fault('gates')}</p>`}
            ${stages.map((name) => boxes(form, name, open))}
          </fieldset>
          <button>Stand in for what is ticked</button>`,
    })}
  </details>`
}

function boxes(form: Form, name: string, open: readonly GateLine[]): Markup {
  const lines = open.filter(({ stage }) => stage === name)
  return html`<p class="kind">${named(name)}</p>
    ${lines.map(({ gate, label }) => ticked(form, 'gates', 'checkbox', [gate, label]))}`
}
