import { quiet } from './aloud.ts'
import { focusQuestion, showTrouble } from './composer.ts'
import { Conversation } from './conversation.ts'
import { wireEasier } from './easier.ts'
import { leave, onLeave, wireExit } from './exit.ts'
import { wireHost } from './host.ts'
import { type Line, lineOf, openLinked, openPublic, Over } from './line.ts'
import { page, t } from './page.ts'
import { wirePanels } from './panels.ts'
import { wireRoom } from './room.ts'
import { forget, kept, setting } from './session.ts'
import { wireTools } from './tools.ts'

const USUAL = 'en-GB'
const spoken = setting('language')

let conversation: Conversation | undefined

wireExit()
wirePanels()
wireRoom()
wireEasier(() => conversation?.now)
wireHost({ opened: focusQuestion, closed: quiet, exit: leave })
void begin()

async function begin(): Promise<void> {
  try {
    const before = page.token ? undefined : kept()
    const line = before ? lineOf(before) : await openFresh()
    await speak(line)
    const opened = new Conversation(line, before !== undefined)
    conversation = opened
    onLeave(() => opened.leave())
    wireTools(opened.send)
    await opened.run()
  } catch (error) {
    const words = error instanceof Over ? 'ended-text' : 'error-unknown'
    showTrouble(t(words), [t('try-again'), () => void begin()])
  }
}

/** What is asked must be in the language of the page around it. */
async function speak(line: Line): Promise<void> {
  const { locale } = page
  if ((spoken.get() || USUAL) === locale) return
  await line.send(crypto.randomUUID(), { label: '', value: { language: locale } })
  spoken.set(locale)
}

async function openFresh(): Promise<Line> {
  forget()
  if (!page.token) return openPublic(page.site ?? '')
  const line = await openLinked(page.token)
  // From now on the tab holds the sitting: a reload must not send the link's form again.
  history.replaceState(null, '', page.locale === USUAL ? '/chat' : `/chat?language=${page.locale}`)
  // Whoever came by a link chose it there.
  spoken.set(page.locale)
  return line
}
