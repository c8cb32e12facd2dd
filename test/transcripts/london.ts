/** `2026-03-29 00:30` on a London clock, as an instant: what a clinician would write down. */
export function isoInLondon(text: string): string {
  const exact = text.length === '2026-03-29 00:30'.length ? `${text}:00` : text
  const asUtc = Date.parse(`${exact.replace(' ', 'T')}Z`)
  if (Number.isNaN(asUtc)) throw new Error(`not a time: ${text}`)
  const summer = new Date(asUtc - 3_600_000)
  return londonClock(summer) === exact ? summer.toISOString() : new Date(asUtc).toISOString()
}

function londonClock(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Europe/London' })
}
