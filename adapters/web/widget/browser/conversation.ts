import {
  type Activity,
  asksAgain,
  type Draft,
  fromPatient,
  isPrivate,
  type Message,
  messageOf,
  tellsWhereWeAre,
} from './activity.ts'
import { hear } from './aloud.ts'
import { announce, hush } from './announce.ts'
import {
  focusQuestion,
  progressWords,
  showEnd,
  showQuestion,
  showSending,
  showTrouble,
} from './composer.ts'
import { Failed, type Line, Over } from './line.ts'
import { byId, page, t } from './page.ts'
import { showAnswers, toChat } from './panels.ts'
import { forget } from './session.ts'
import { Stream } from './stream.ts'
import { hideTools, showTools } from './tools.ts'
import { addAnswered, addSaid, clearHistory, newest } from './transcript.ts'
import { dropWritten } from './unsent.ts'

/** A message on its way. The key makes sending it again harmless. */
interface Pending {
  readonly key: string
  readonly draft: Draft
  /** The answer to a private question leaves no trace on the screen. */
  readonly hidden: boolean
  shown: boolean
  failed: boolean
}

const PATIENCE = 3_000
const TRIES = 3
/** A token lasts twice as long. */
const REFRESH = 15 * 60_000
const TROUBLES: Readonly<Record<number, string>> = {
  413: 'error-too-long',
  429: 'error-too-many',
  503: 'error-not-kept',
  507: 'error-no-room',
}

export class Conversation {
  readonly #line: Line
  readonly #stream: Stream
  readonly #seen = new Set<string>()
  /** Keys of messages that this page has shown by itself. */
  readonly #own = new Set<string>()
  #current: Message | undefined
  #pending: Pending | undefined
  /** What the composer shows: it must not be drawn again under somebody's hands. */
  #drawn: Message | undefined
  #done = false
  #refreshing: ReturnType<typeof setInterval> | undefined
  /** Something is kept, so it can be continued with. */
  #kept = false
  /** What is there already when a page is loaded again is history, not news. */
  #news: boolean

  constructor(line: Line, resumed: boolean) {
    this.#line = line
    this.#news = !resumed
    this.#stream = new Stream(line, {
      hear: ({ activities }) => this.#hear(activities),
      over: () => this.#over(),
      lost: (lost) => (byId('lost').textContent = lost ? t('connection-lost') : ''),
    })
  }

  run(): Promise<void> {
    const refresh = () => void this.#line.refresh().catch(() => undefined)
    this.#refreshing = setInterval(refresh, REFRESH)
    return this.#stream.run()
  }

  /** What is shown, question or not. */
  get now(): Message | undefined {
    return this.#current
  }

  leave(): void {
    this.#stream.stop()
    this.#line.end()
  }

  readonly send = (draft: Draft): void => {
    const key = crypto.randomUUID()
    hush()
    toChat()
    this.#pending = { key, draft, hidden: isPrivate(this.#current), shown: false, failed: false }
    void this.#deliver(this.#pending)
  }

  async #deliver(pending: Pending): Promise<void> {
    pending.failed = false
    showSending()
    try {
      await this.#try(pending)
      if (this.#pending !== pending) return
      this.#accept(pending)
      void this.#await(pending)
    } catch (error) {
      if (this.#pending !== pending) return
      if (error instanceof Over) this.#over()
      else this.#trouble(pending, error instanceof Failed ? error.status : 0)
    }
  }

  /** The answer is kept; what comes back may have got lost on the way. */
  async #await(pending: Pending): Promise<void> {
    for (const look of [() => this.#stream.poke(), () => this.#stream.again()]) {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE))
      if (this.#pending === pending) await look()
    }
    if (this.#pending === pending) this.#trouble(pending, 0)
  }

  async #try({ key, draft }: Pending): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#stream.send(key, draft)
      } catch (error) {
        const { status = 0, wait = 0 } = error instanceof Failed ? error : {}
        const passing = status === 0 || status === 429 || status >= 500
        if (error instanceof Over || !passing || tried === TRIES || wait > 10) throw error
        await new Promise((resolve) => setTimeout(resolve, wait * 1_000 || 500 * tried))
      }
    }
  }

  #trouble(pending: Pending, status: number): void {
    pending.failed = true
    const back = () => {
      this.#pending = undefined
      this.#ask(true)
    }
    showTrouble(
      t(TROUBLES[status] ?? 'not-sent'),
      [t('try-again'), () => void this.#deliver(pending)],
      [t('back-to-question'), back],
    )
  }

  #hear(activities: readonly Activity[]): void {
    const fresh = activities.filter(
      (activity) => !this.#seen.has(nameOf(activity)) && (activity.type ?? 'message') === 'message',
    )
    if (fresh.length === 0) return
    const own = this.#pending?.failed === false
    const spoken = fresh.flatMap((activity) => {
      this.#seen.add(nameOf(activity))
      return fromPatient(activity) ? this.#echo(activity) : this.#said(messageOf(activity))
    })
    if (spoken.length > 0) this.#settle(own)
    if (this.#news) for (const message of spoken) this.#tell(message)
    this.#news = true
  }

  #tell(message: Message): void {
    announce(message.text)
    hear(message)
  }

  #echo(activity: Activity): Message[] {
    const pending = this.#pending
    const { key = '' } = activity.channelData?.candour ?? {}
    if (pending?.key === key) this.#accept(pending)
    else if (!this.#own.has(key)) this.#answer(activity.text ?? '', isPrivate(this.#current))
    return []
  }

  #accept(pending: Pending): void {
    if (pending.shown) return
    pending.shown = true
    if (!pending.draft.value?.command) dropWritten()
    this.#own.add(pending.key)
    this.#answer(pending.draft.label, pending.hidden)
  }

  #answer(label: string, hidden: boolean): void {
    this.#fold()
    if (!hidden) addAnswered(label)
  }

  /** The question goes up into the history, unless it was a private one. */
  #fold(): void {
    if (isPrivate(this.#current)) hush()
    else if (this.#current) addSaid(this.#current.text, this.#current.link)
    this.#current = undefined
  }

  #said(message: Message): Message[] {
    if (this.#pending && !this.#pending.failed) {
      this.#accept(this.#pending)
      this.#pending = undefined
    }
    this.#kept ||= this.#line.linked ? message.state !== 'door' : !!message.answers?.length
    // What comes by itself doesn't take a question away.
    if (tellsWhereWeAre(message) || !this.#current?.question) {
      if (!asksAgain(message, this.#current)) this.#fold()
      this.#current = message
    } else addSaid(message.text, message.link)
    if (message.ended) this.#finish(message.text)
    return [message]
  }

  #settle(own: boolean): void {
    if (this.#done) return own ? focusQuestion() : undefined
    if (this.#current) showTools(this.#current, this.#kept)
    const led = showAnswers(this.#current?.answers, this.send) || own
    if (led || !this.#current || this.#current !== this.#drawn) this.#ask(led)
  }

  #ask(own: boolean): void {
    const held = isInCard()
    showQuestion(this.#current, this.send)
    this.#drawn = this.#current
    this.#progress()
    if (own || (held && !isInCard())) focusQuestion()
    if (own) newest().scrollIntoView({ block: 'start' })
  }

  #progress(): void {
    const { progress, question } = this.#current ?? {}
    const bar = byId('progress') as HTMLProgressElement
    bar.hidden = !progress
    if (!progress) return
    bar.max = progress.of
    bar.value = progress.done
    bar.setAttribute('aria-valuetext', progressWords(progress, question))
  }

  /** The sitting is gone, and whoever sits here now may be somebody else. */
  #over(): void {
    clearHistory()
    this.#finish(t('ended-text'))
    focusQuestion()
  }

  #finish(words: string): void {
    const { linked } = this.#line
    this.#stream.stop()
    clearInterval(this.#refreshing)
    this.#current = undefined
    this.#pending = undefined
    forget()
    hideTools()
    this.#done = true
    showEnd(words, page.site && !linked ? () => location.reload() : undefined)
    // Answers that stood open are nobody's to read any more.
    if (showAnswers(undefined, this.send)) focusQuestion()
  }
}

/** A number alone is not enough: a server that forgot a visitor begins to count again. */
function nameOf({ id, timestamp = '' }: Activity): string {
  return `${id} ${timestamp}`
}

function isInCard(): boolean {
  return byId('card').contains(document.activeElement)
}
