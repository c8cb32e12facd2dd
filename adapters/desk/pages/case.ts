import { html, type Part } from '../html.ts'
import { acts } from './case-acts.ts'
import { again, declines, facts, path, waits } from './case-facts.ts'
import { drawings } from './case-drawings.ts'
import { openedBanner, openings } from './emergency.ts'
import { gates } from './case-gates.ts'
import { head, headAlone } from './case-head.ts'
import { questions, reminder, saidAfter, summary, wanted } from './case-patient.ts'
import { keeping } from './keeping.ts'
import { prompts } from './case-prompts.ts'
import { planning } from './case-plan.ts'
import type { Scene } from './scene.ts'

/** A tree that staff go through alone. */
function alone(scene: Scene): Part {
  return html`${headAlone(scene)}
    <div class="columns">
      <div>${prompts(scene)} ${facts(scene)} ${path(scene)} ${drawings(scene)}</div>
      <div>${acts(scene)} ${keeping(scene)}</div>
    </div>`
}

/** One consultation: what asks something of the viewer first, what is known after it. */
export function caseBody(scene: Scene): Part {
  if (scene.view.alone) return alone(scene)
  return html`${openedBanner(scene)} ${head(scene)}
    <div class="columns">
      <div>
        ${openings(scene)} ${wanted(scene)} ${saidAfter(scene)} ${reminder(scene)} ${summary(scene)}
        ${prompts(scene)} ${questions(scene)} ${again(scene)} ${facts(scene)} ${declines(scene)}
        ${path(scene)} ${drawings(scene)}
      </div>
      <div>${waits(scene)} ${planning(scene)} ${acts(scene)} ${gates(scene)} ${keeping(scene)}</div>
    </div>`
}
