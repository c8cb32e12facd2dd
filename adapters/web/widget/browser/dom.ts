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
      list.append(h('li', {}, line.slice(2)))
      if (list !== last) made.push(list)
    } else if (last?.tagName === 'P') last.append('\n', line)
    else made.push(h('p', {}, line))
  }
  return made
}
