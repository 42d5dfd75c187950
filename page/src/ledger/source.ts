/** Where the numbers come from: the data that came with the page, or a node of the reader's choice. */
export type Source = { readonly kind: 'bundled' } | { readonly kind: 'node'; readonly url: string }

const PLACE = 'regen-fees.node'

/** The node that the reader chose before. It may hold a key, so it stays here, and no link has it. */
export function storedSource(): Source {
  try {
    const url = localStorage.getItem(PLACE)
    return url === null || nodeProblem(url) !== null ? { kind: 'bundled' } : { kind: 'node', url }
  } catch {
    return { kind: 'bundled' }
  }
}

export function storeSource(source: Source): void {
  try {
    if (source.kind === 'node') localStorage.setItem(PLACE, source.url)
    else localStorage.removeItem(PLACE)
  } catch {
    // A reader who stores nothing chooses again next time.
  }
}

/** Why an address cannot be asked from here; null when it can. */
export function nodeProblem(text: string): string | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return 'An address begins with https://, such as https://regen-rpc.publicnode.com'
  }
  if (url.protocol === 'https:') return null
  if (url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)) return null
  return 'Nodes are asked over https, and over http only on this machine (localhost).'
}

/** The address without anything that could be a key. */
export function originOf(source: Source): string {
  return source.kind === 'bundled' ? 'bundled data' : new URL(source.url).host
}
