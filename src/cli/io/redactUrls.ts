/** Whatever looks like an address of the network; 'http:/host' is one to a browser. The files of a stack are none. */
const URL_LIKE =
  /\b(?!file:\/\/\/)(?:[a-z][a-z\d+.-]*:\/\/|(?:https?|wss?):[/\\]{0,9})[^\s/\\"'`<>…][^\s"'`<>…]*/gi

/** The same at the start of a text. */
const STARTS_AS_URL = /^(?:[a-z][a-z\d+.-]*:\/\/|(?:https?|wss?):)/i

/** True for what a user gives for a file and is an address. */
export const looksLikeUrl = (text: string): boolean => STARTS_AS_URL.test(text.trim())

/** The addresses in the words of a command line, also after an '='. */
export const urlsIn = (words: readonly string[]): readonly string[] =>
  words.flatMap(word => {
    const start = word.search(URL_LIKE)
    return start < 0 ? [] : [word.slice(start)]
  })

/**
 * A text in which each address is its scheme and host: user, password, path and query may be keys.
 *
 * What looks like an address is cut wherever it stands. `known` are addresses that may be in the text with spaces or quotes in them, or
 * only in part: of 'https://key@host', cut after 'https://key', nothing tells that what is left is no host.
 */
export function redactUrls(text: string, known: readonly string[] = []): string {
  let [shown, done] = ['', 0]
  for (const { 0: found, index } of text.matchAll(URL_LIKE)) {
    if (index < done) continue
    const [whole, length] = known
      .map(url => [url, commonLength(text, index, url)] as const)
      .reduce((longest, other) => (other[1] >= longest[1] ? other : longest), [found, found.length] as const)
    shown += text.slice(done, index) + placeOf(whole)
    done = index + length
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
  const [, scheme = '', rest = ''] = /^([^:]*):[/\\]*(.*)$/s.exec(url) ?? []
  const [authority = ''] = rest.split(/[/?#\\]/, 1)
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const [place = '…'] = /^(?:\[[\da-f:.]+\]|[\p{L}\p{N}._-]+)(?::\d{1,5})?/iu.exec(host) ?? []
  const [, after = ''] = /([.,;:!?)\]]*)$/.exec(rest) ?? []
  return `${scheme}://${place.replace(/\.+$/, '')}${after}`
}
