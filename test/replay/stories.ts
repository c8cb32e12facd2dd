/**
 * The transcripts that a release keeps beside the demo's eight people: between them each pathway,
 * each of its ends that a transcript reaches, and what a dispute would be about.
 */
export const STORIES = [
  ...['aftercare-gp-not-told', 'aftercare-gp-told', 'capacity-doubt-clears', 'capacity-lacking'],
  ...['clocks-go-back', 'concern-assessed-outside', 'concern-not-cleared-by-oneself'],
  ...['concern-not-supported', 'consent-taken', 'decided-against', 'declined-at-consent'],
  ...['declined-at-the-desk', 'fifteen', 'gp-negative', 'gp-silent', 'gp-refused'],
  ...['health-changes-after-consent', 'help-now', 'midnight-in-summer', 'no-on-the-day'],
  ...['practitioner-changes', 'question-in-the-room', 'returning-changed', 'second-opinion'],
  ...['seventeen-filler', 'seventeen-laser-passed', 'seventeen-laser-not-competent'],
  ...['signature-an-hour-old', 'stop-for-now', 'teach-back-three-times', 'under-pressure'],
  ...['withdraws-after-consent', 'withdraws-mid-course', 'post-may-go-out', 'post-of-a-patient'],
] as const
