/** What a visitor answers from hello to the end of the enquiry, by the question’s content. */
export const ENQUIRY: Readonly<Record<string, object>> = {
  'welcome/hello': { choice: 'go-on' },
  'welcome/privacy': { choice: 'understood' },
  'welcome/help-needed': { choice: 'no-help-needed' },
  'age/date-of-birth': { answer: '1990-04-03' },
  'age/right-date': { choice: 'right' },
  'enquiry/full-name': { answer: 'Sam Example' },
  'enquiry/called-by': { choice: 'same' },
  'enquiry/safe-contact': { choice: 'phone' },
  'enquiry/safe-contact-details': { answer: '020 7946 0999' },
  'enquiry/reason': { answer: 'Lines around my mouth.' },
  'enquiry/hoped-for': { choice: 'not-sure-yet' },
}
