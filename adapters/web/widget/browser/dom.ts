type Attribute = string | boolean | undefined | ((event: Event) => void)
type Child = Node | string | undefined

/** Makes an element. A function among the attributes listens to the event of that name. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}

export function button(label: string, press: () => void, look = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: look, click: press }, label)
}

/** As on the pages that the server makes: adapters/web/phones.ts. */
const PHONE =
  /(?<![\w£.,/-])(\+\d[\d ]{8,14}\d|0\d{9,10}|0\d{2,4} \d{3,6}(?: \d{3,4})?|116 \d{3}|999|111)(?!\d|[.,]\d)/

/** Text in which each telephone number is a link that rings it. */
export function linked(text: string): Child[] {
  return text
    .split(PHONE)
    .map((part, at) => (at % 2 ? h('a', { href: `tel:${part.replaceAll(' ', '')}` }, part) : part))
}

/** Plain text: blank lines part paragraphs, lines with a dash are a list, all else is as it stands. */
export function blocks(text: string): HTMLElement[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((part) => runs(part.split('\n')))
}

function runs(lines: readonly string[]): HTMLElement[] {
  const made: HTMLElement[] = []
  for (const line of lines) {
    const last = made.at(-1)
    if (line.startsWith('- ')) {
      const list = last?.tagName === 'UL' ? last : h('ul')
      list.append(h('li', {}, ...linked(line.slice(2))))
      if (list !== last) made.push(list)
    } else if (last?.tagName === 'P') last.append(...h('p', {}, '\n', ...linked(line)).childNodes)
    else made.push(h('p', {}, ...linked(line)))
  }
  return made
}
