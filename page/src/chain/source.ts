/** A node of the reader's choice, and the list of contracts that may be in force on its chain, as JSON. */
export type NodeSource = {
  readonly kind: 'node'
  readonly url: string
  readonly contracts?: string | undefined
}

/** Where the numbers come from: the data that came with the page, or a node. */
export type Source = { readonly kind: 'bundled' } | NodeSource

const PLACE = 'regen-fees.node'
const CONTRACTS = 'regen-fees.contracts'

/** The node that the reader chose before. It may hold a key, so it stays here, and no link has it. */
export function storedSource(): Source {
  try {
    const url = localStorage.getItem(PLACE)
    return url === null || nodeProblem(url) !== null
      ? { kind: 'bundled' }
      : { kind: 'node', url, contracts: localStorage.getItem(CONTRACTS) ?? undefined }
  } catch {
    return { kind: 'bundled' }
  }
}

export function storeSource(source: Source): void {
  const { url, contracts } = source.kind === 'node' ? source : {}
  try {
    store(PLACE, url)
    store(CONTRACTS, contracts)
  } catch {
    // A reader who stores nothing chooses again next time.
  }
}

const store = (place: string, text: string | undefined): void =>
  text === undefined ? localStorage.removeItem(place) : localStorage.setItem(place, text)

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
