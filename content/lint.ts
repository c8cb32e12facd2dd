import { type Catalogue, reservedIn } from './catalogue.ts'
import { plainText, readingAge, sentences, words } from './reading.ts'
import type { Content } from './template.ts'

export interface Finding {
  readonly file: string
  readonly rule: string
  /** Words with an error are not shown to anybody; advice is for whoever writes them. */
  readonly severity: 'error' | 'advice'
  readonly text: string
}

type Audience = Content['audience']
type Found = Omit<Finding, 'file'>

const LONGEST_SENTENCE = 25
const LONGEST_ON_AVERAGE = 15
const OLDEST_READER = 11

/** Nobody is hurried, and nothing is sold. */
const PROMOTION =
  /\b(today only|only today|(?<!no )hurry|last chance|act (?:now|fast)|(?:don['’]t|do not) miss|limited (?:time|places|availability)|while (?:stocks|supplies) last|special (?:price|deal)s?|offers?|discount(?:s|ed)?|bargain|sale|half price|two for one|book (?:now|today)|buy now|ends soon|running out|places left|best price|free (?:consultation|treatment|gift)|exclusive|treat yourself|you deserve it|perfect|flawless|younger[- ]looking|anti-ageing|rejuvenat\w*)\b/i

/** Nobody is told off, and no body is at fault. */
const BLAME =
  /\b(your (?:own )?fault|you (?:have )?(?:failed|forgot|neglected|should have|must)|invalid|incorrect|(?<!no )wrong answer|illegal|obviously|flaws?|imperfections?|problem areas?|unsightly|ugly|defects?|blemish(?:es)?|non-?complian\w*)\b/i

/** Prescription-only medicines may not be advertised to the public, and this chat is on a website. */
const MEDICINES =
  /\b(botox\w*|botulinum\w*|toxins?|dysport|azzalure|bocouture|xeomin|vistabel|nuceiva|alluzience|relfydess|letybo|anti-?wrinkle injections?|wrinkle[- ]relax\w*|hyaluronidase|hyalase|lidocaine|lignocaine|emla|tretinoin|hydroquinone|botulin|kybella|belkyra|semaglutide|ozempic|wegovy|tirzepatide|mounjaro|saxenda|liraglutide)\b/i

/** What is wrong with the words of a catalogue on that day. */
export function lint(catalogue: Catalogue, on: string): readonly Finding[] {
  const reserved = reservedIn(catalogue.lexicon)
  const contents = catalogue.ids().map((id) => catalogue.get(id))
  const ui = Object.values(catalogue.ui).flatMap((text) => lintText(text, 'public'))
  return [
    ...ui.map((found) => ({ file: `${catalogue.locale}/ui.yaml`, ...found })),
    ...contents.flatMap((content) =>
      lintContent(content, on, reserved).map((found) => ({ file: content.path, ...found })),
    ),
  ]
}

/** Rules for any words at all, wherever they are shown. */
export function lintText(text: string, audience: Audience): readonly Found[] {
  const found: Found[] = []
  const error = (rule: string, hit: RegExpExecArray | null) => {
    if (hit) found.push({ rule, severity: 'error', text: hit[0] })
  }
  error('percentage', /\d\s*%|\bper ?cent(?:age)?s?\b|%/i.exec(text))
  error('blame', BLAME.exec(text))
  if (audience !== 'staff') error('promotion', PROMOTION.exec(text))
  if (audience === 'public') error('prescription-only-medicine', MEDICINES.exec(text))
  return found
}

function lintContent(content: Content, on: string, reserved: ReadonlySet<string>): Found[] {
  const body = plainText(content.body)
  const labels = Object.values(content.choices).flatMap(({ label, also }) => [
    label,
    ...(also ?? []),
  ])
  const around = [content.short, content.why, content.hint, ...labels]
  return [
    ...[body, ...around].flatMap((text) => lintText(text ?? '', content.audience)),
    ...readability(body, content.audience),
    ...review(content, on),
    ...lintChoices(content, reserved),
  ]
}

function readability(body: string, audience: Audience): Found[] {
  const severity = audience === 'staff' ? 'advice' : 'error'
  const all = sentences(body)
  const average = words(body).length / Math.max(1, all.length)
  const age = readingAge(body)
  return [
    ...all
      .filter((sentence) => words(sentence).length > LONGEST_SENTENCE)
      .map((text): Found => ({ rule: 'long-sentence', severity, text })),
    ...(average > LONGEST_ON_AVERAGE
      ? [
          {
            rule: 'long-sentences',
            severity,
            text: `${average.toFixed(1)} words on average`,
          } as const,
        ]
      : []),
    ...(age !== undefined && age > OLDEST_READER
      ? [{ rule: 'reading-age', severity: 'advice', text: `about ${age.toFixed(0)}` } as const]
      : []),
  ]
}

function review({ reviewed }: Content, on: string): Found[] {
  if (reviewed.againBy < on) {
    return [{ rule: 'review-overdue', severity: 'error', text: reviewed.againBy }]
  }
  if (reviewed.againBy <= reviewed.on) {
    return [{ rule: 'review-dates', severity: 'error', text: reviewed.againBy }]
  }
  return []
}

/** Each utterance means one choice, and none that is heard everywhere. */
export function lintChoices({ id, choices }: Content, reserved: ReadonlySet<string>): Found[] {
  const all = Object.values(choices).flatMap(({ label, also }) => {
    const utterances = (also ?? []).filter((one) => one !== label.toLowerCase())
    return [label.toLowerCase(), ...utterances]
  })
  const faults = (rule: string, texts: readonly string[]) =>
    texts.map((text): Found => ({ rule, severity: 'error', text }))
  // The consultation's own questions are about stopping: there the same words are an answer.
  const own = id.startsWith('consultation/')
  const also = Object.values(choices).flatMap((choice) => choice.also ?? [])
  return [
    ...faults('id', /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) ? [] : [id]),
    ...faults('ambiguous-choice', twice(all)),
    ...faults('reserved-utterance', own ? [] : all.filter((one) => reserved.has(one))),
    ...faults(
      'utterance-form',
      also.filter((one) => one !== formOf(one)),
    ),
  ]
}

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at)
}

/** How an utterance is written here: small letters, plain apostrophes, no full stop. */
function formOf(utterance: string): string {
  return utterance
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.!?]+$/, '')
    .trim()
}
