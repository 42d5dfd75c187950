/** What an element is made of: text, or nodes. */
export type Child = Node | string | null

/** An element with attributes and children. Text is text: nothing given is ever read as HTML. */
export function draw<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: { readonly [name: string]: string | null } = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(name, value)
  element.append(...children.filter(child => child !== null))
  return element
}
