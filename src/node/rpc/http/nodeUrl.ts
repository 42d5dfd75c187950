import { RegenError } from '../../../primitives/errors.ts'
import { INPUT_INVALID } from '../../../primitives/errorTable.ts'

/** A node's address, taken apart: what is sent, and what may be shown. */
export type NodeUrl = {
  readonly href: string
  readonly headers: Readonly<Record<string, string>>
  /** Scheme and host. The rest of the address often holds a key, and is never shown. */
  readonly origin: string
  /** What the node or the network said, fit to be shown: without what the address keeps secret, at most 1,000 characters. */
  readonly redact: (text: string) => string
}

/** Parts of paths that are no secrets, such as the "regen" in a directory of nodes. */
const PUBLIC = /^(regen|cosmos)$/

/** A node's words are printed: without control or direction characters, and of long ones the beginning and the end. */
const shorten = (said: string): string => {
  const shown = said.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
  return shown.length > 1000 ? `${shown.slice(0, 700)} … ${shown.slice(-290)}` : shown
}

/** Reads a node's address. Name and password move to a header: fetch refuses them in an address, and would print them. */
export function parseNodeUrl(text: string, index: number): NodeUrl {
  try {
    const { origin, protocol, username, password, pathname, search } = new URL(text)
    if (!/^https?:$/.test(protocol)) throw protocol
    const login = btoa(decodeURIComponent(`${username}:${password}`))
    const raw = [login, username, password, ...`${pathname}${search}`.split(/[/?&=]/)]
    const secrets = [...raw, ...raw.map(decodeURIComponent)]
      .filter(part => part.length > 3 && !PUBLIC.test(part))
      .sort((a, b) => b.length - a.length)
    return {
      href: origin + pathname + search,
      headers: username || password ? { authorization: `Basic ${login}` } : {},
      origin,
      redact: said =>
        shorten(
          secrets.reduce(
            (left, secret) => left.replaceAll(secret, '…'),
            said.length > 9000 ? said.slice(0, 6000) + said.slice(-3000) : said,
          ),
        ),
    }
  } catch {
    throw new RegenError(INPUT_INVALID, {
      what: `node URL ${index + 1}`,
      issues: '✖ expected http:// or https://',
    })
  }
}
