import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** On the JCCP’s register: no patient is shown or told of in a post, whatever they agreed to. */
export const jccpRegistrant = cited(
  ['SM-8', 'JCCP-AX-SM-3', 'SM-29'],
  ({ context }: Asked) => context['jccp-registrant'] === true,
)

/** On the register of the HCPC, whose own guidance is then asked about as well. */
export const hcpcRegistrant = cited(
  ['HCPC-2', 'HCPC-15', 'HCPC-28.1', 'HCPC-33', 'HCPC-38'],
  ({ context }: Asked) => context['hcpc-registrant'] === true,
  'regulator-standard',
)

export const cosrtMember = cited(
  ['COSRT-99', 'COSRT-101', 'COSRT-102'],
  ({ context }: Asked) => context['cosrt-member'] === true,
)

/** What looks like a way to reach somebody, or to tell who they are. */
const IDENTIFYING = [
  // an address of mail
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  // a telephone number, or the ten digits of the NHS
  /\d(?:[ ()-]?\d){9,}/,
  // a day of birth as it is written in figures
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b/,
  // a postcode
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/,
]

export const showsContactDetails = cited(
  ['SM-4', 'SM-23', 'COSRT-95', 'HCPC-16'],
  ({ event }: Asked) => IDENTIFYING.some((shape) => shape.test(String(event.value))),
)
