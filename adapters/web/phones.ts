/** Numbers as people in the UK write them, and the short ones that save lives. */
const PHONE =
  /(?<![\w£.,/-])(\+\d[\d ]{8,14}\d|0\d{9,10}|0\d{2,4} \d{3,6}(?: \d{3,4})?|116 \d{3}|999|111)(?!\d|[.,]\d)/g

/** Text that is safe HTML already, with each telephone number a link that rings it. */
export function linked(safe: string): string {
  return safe.replace(PHONE, (phone) => `<a href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`)
}

/** Plain text in parts, every second of them a telephone number. */
export const phonesApart = (text: string): readonly string[] => text.split(PHONE)
