/**
 * Addresses of the network in a text, each as its scheme and host: user, password, path and query may be keys.
 *
 * Everything here reads a text from its beginning to its end once: what a node answers can be millions of characters.
 */

/** What tells an address; 'http:/host' is one to a browser. */
const SIGN = /:\/\/[/\\]{0,7}|\b(?:https?|wss?):(?!\/\/)[/\\]{0,9}/gi
const BODY = /[^\s/\\"'`<>…][^\s"'`<>…]*/y
const SCHEME_CHARACTER = /[a-z\d+.-]/i

/** The same at the start of a text. */
const STARTS_AS_URL = /^(?:[a-z][a-z\d+.-]{0,99}:\/\/|(?:https?|wss?):)/i

/** True for what a user gives for a file and is an address. */
export const looksLikeUrl = (text: string): boolean => STARTS_AS_URL.test(text.trim())

type Place = { readonly start: number; readonly end: number }

/** The addresses in a text, from left to right. */
function urlsAt(text: string): readonly Place[] {
  const found: Place[] = []
  let done = 0
  SIGN.lastIndex = 0
  for (let sign = SIGN.exec(text); sign !== null; sign = SIGN.exec(text)) {
    const [mark] = sign
    const start = mark.startsWith(':') ? schemeBefore(text, sign.index, done) : sign.index
    if (start === null) continue
    // The files of a stack are no addresses.
    if (mark.length > 3 && text.slice(start, sign.index).toLowerCase() === 'file') continue
    BODY.lastIndex = sign.index + mark.length
    if (BODY.exec(text) === null) continue
    done = BODY.lastIndex
    SIGN.lastIndex = done
    found.push({ start, end: done })
  }
  return found
}

/** Where the scheme before '://' begins; null where there is none. */
function schemeBefore(text: string, colon: number, from: number): number | null {
  let start = colon
  while (start > from && SCHEME_CHARACTER.test(text[start - 1] ?? '')) start--
  while (start < colon && !/[a-z]/i.test(text[start] ?? '')) start++
  return start < colon ? start : null
}

/** The addresses in the words of a command line, also after an '='. */
export const urlsIn = (words: readonly string[]): readonly string[] =>
  words.flatMap(word =>
    urlsAt(word)
      .slice(0, 1)
      .map(({ start }) => word.slice(start)),
  )

/**
 * A text in which each address is its scheme and host.
 *
 * What looks like an address is cut wherever it stands. `known` are addresses that may be in the text with spaces or quotes in them, or
 * only in part: of 'https://key@host', cut after 'https://key', nothing tells that what is left is no host.
 */
export function redactUrls(text: string, known: readonly string[] = []): string {
  let [shown, done] = ['', 0]
  for (const { start, end } of urlsAt(text)) {
    if (start < done) continue
    const found = text.slice(start, end)
    const [whole, length] = known
      .map(url => [url, commonLength(text, start, url)] as const)
      .reduce((longest, other) => (other[1] >= longest[1] ? other : longest), [found, found.length] as const)
    shown += text.slice(done, start) + placeOf(whole)
    done = start + length
  }
  return shown + text.slice(done)
}

/** How much of an address stands in a text at an index. */
function commonLength(text: string, index: number, url: string): number {
  let length = 0
  while (length < url.length && text[index + length] === url[length]) length++
  return length
}

/** Scheme, host and port, as far as they can be told, and the punctuation of the sentence around it. */
function placeOf(url: string): string {
  const colon = url.indexOf(':')
  const [scheme, rest] = [url.slice(0, colon), url.slice(colon + 1).replace(/^[/\\]*/, '')]
  const [authority = ''] = rest.split(/[/?#\\]/, 1)
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const [place = '…'] = /^(?:\[[\da-f:.]{1,60}\]|[\p{L}\p{N}._-]+)(?::\d{1,5})?/iu.exec(host) ?? []
  return `${scheme}://${withoutEnd(place, '.')}${rest.slice(withoutEnd(rest, '.,;:!?)]').length)}`
}

/** A text without these characters at its end. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}
