import type { CaseView } from '../../../bot/views/desk.ts'
import type { Role } from '../../../machines/contract.ts'
import { dateField, type Form, type Option, optionsOf, selectField, textField } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import { treatmentField } from '../treatments.ts'
import { ROLES, spoken } from '../words.ts'
import { offered, type Scene, section } from './scene.ts'

/** Who does what, where and when, and the forms that change it. */
export function planning(scene: Scene): Part {
  const { view } = scene
  const forms = [propose(scene), assign(scene), plan(scene)]
  const empty = view.team.length === 0 && view.plan === undefined
  if (empty && forms.every((form) => form === undefined)) return undefined
  return section('planning', 'Team and plan', [
    empty ? html`<p class="hint">Nobody is named and nothing is planned yet.</p>` : known(scene),
    forms,
  ])
}

function known({ view, people, premises }: Scene): Markup {
  const { team, plan } = view
  const inTeam = (role: Role) => team.find((member) => member.role === role)?.name
  const name = (id: string) => people.find((one) => one.id === id)?.name ?? id
  const row = (term: string, value: string | undefined) =>
    value !== undefined &&
    html`<div>
      <dt>${term}</dt>
      <dd><bdi>${value}</bdi></dd>
    </div>`
  return html`<dl class="pairs">
    ${team.map((member) => row(ROLES[member.role], member.name))}
    ${
      plan && [
        row('Planned performer', other(name(plan.performer), inTeam('performer'))),
        row(
          'Planned supervisor',
          plan.supervisor && other(name(plan.supervisor), inTeam('supervisor')),
        ),
        row('Premises', premises.find(({ id }) => id === plan.premises)?.name ?? plan.premises),
        row('Product', plan.product),
        row('Date', spoken(plan.date)),
      ]
    }
  </dl>`
}

/** Nobody needs to read twice that the performer of the team is the one planned. */
const other = (planned: string, named: string | undefined) =>
  planned === named ? undefined : planned

function propose(scene: Scene): Part {
  return offered(scene, {
    title: 'Propose a treatment',
    act: 'propose',
    body: (form) => html`${treatmentField(form, scene.treatments)} <button>Propose it</button>`,
  })
}

const TEAM: readonly Role[] = [
  'practitioner',
  'performer',
  'supervisor',
  'prescriber',
  'safeguarding',
  'reception',
]

function assign(scene: Scene): Part {
  const field = { name: 'member', label: 'Who, as what' }
  const group = (form: Form, role: Role) => {
    const able = having(scene, role).map(([id, name]): Option => [`${role}/${id}`, name])
    return (
      able.length > 0 &&
      html`<optgroup label="${ROLES[role]}">${optionsOf(form, field, able)}</optgroup>`
    )
  }
  return offered(scene, {
    title: 'Name somebody of the team',
    act: 'assign',
    body: (form) =>
      html`${selectField(
          form,
          field,
          TEAM.map((role) => group(form, role)),
          'Choose a person',
        )} <button>Name them</button>`,
  })
}

function plan(scene: Scene): Part {
  const now = scene.view.plan
  return offered(scene, {
    title: now ? 'Change the plan' : 'Make a plan',
    act: 'plan',
    body: (form) =>
      html`${now && html`<p class="hint">A change can reopen what was decided on the old plan.</p>`}
        ${who(scene, form, 'performer', 'Who will do the treatment', 'Choose a performer')}
        ${who(scene, form, 'supervisor', 'Who oversees it (if anybody)', 'No supervisor')}
        ${where(scene, form)}
        ${textField(form, { name: 'product', label: 'Product', otherwise: now?.product ?? '' })}
        ${dateField(form, { name: 'date', label: 'Date of treatment', otherwise: isoOf(now?.date) })}
        <button>Save the plan</button>`,
  })
}

/** One of the clinic's premises, if the desk knows them; the place of an older plan stays a choice. */
function where({ premises, view: { plan } }: Scene, form: Form): Markup {
  const [only] = premises.length === 1 ? premises : []
  const now = plan?.premises ?? only?.id ?? ''
  const field = { name: 'premises', label: 'Premises', otherwise: now }
  if (premises.length === 0) return textField(form, field)
  const listed = premises.map(({ id, name }): Option => [id, name])
  const known = now === '' || listed.some(([id]) => id === now)
  const all = known ? listed : [...listed, [now, now] as const]
  return selectField(form, field, optionsOf(form, field, all), 'Choose where')
}

function who(
  scene: Scene,
  form: Form,
  role: 'performer' | 'supervisor',
  label: string,
  first: string,
): Markup {
  const able = having(scene, role)
  const field = { name: role, label, otherwise: chosen(able, scene.view.plan?.[role]) }
  return selectField(form, field, optionsOf(form, field, able), first)
}

/** The view may hold the day in words; the fields need its numbers. */
function isoOf(day = ''): string {
  const at = Date.parse(`${day} UTC`)
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)
}

/** A plan may hold the id of a person or, when the view is made for reading, the name. */
function chosen(able: readonly Option[], now: CaseView['who'] = ''): string {
  return able.find((option) => option.includes(now))?.[0] ?? ''
}

function having({ people }: Scene, role: Role): readonly Option[] {
  return people.filter(({ roles }) => roles.includes(role)).map(({ id, name }) => [id, name])
}
