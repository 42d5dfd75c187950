import { type DocumentSource, readDocument } from './document.ts'
import { type FetchOptions, fetchText, originOf } from './fetchText.ts'

/** How a document is fetched from an address, and whose signatures of KOI nodes are taken. */
export type UrlOptions = FetchOptions & {
  /** Public keys of KOI nodes whose envelopes are taken: P-256, DER in base64, as their profile has them. */
  readonly trusted?: readonly string[]
}

/**
 * A text that is at hand, such as of a file, as a source.
 *
 * @example
 * const { data } = await documentOf('prices.csv', 'class,price\nC01,25REGEN').read()
 * data // { rows: [ { class: 'C01', price: '25REGEN' } ] }
 */
export const documentOf = (name: string, text: string, trusted: readonly string[] = []): DocumentSource => ({
  name,
  read: () => readDocument(name, text, trusted),
})

/**
 * What an address answers to GET: JSON, CSV or a KOI bundle. It is read whole, within 15 seconds and 5 MB, and no redirect is followed; SOURCE_UNREADABLE if not.
 *
 * @example
 * const source = priceSource(documentAt('https://prices.example/regen.json'))
 */
export const documentAt = (url: string, options: UrlOptions = {}): DocumentSource => {
  const name = originOf(url)
  return { name, read: async () => readDocument(name, await fetchText(url, options), options.trusted) }
}

/**
 * A bundle of a node of KOI-net, by its RID: POST {url}/bundles/fetch. The hash in the manifest is computed anew. An envelope counts as a signature of
 * its node; where the node's key is not `trusted`, it is SOURCE_ALTERED.
 *
 * @example
 * const source = priceSource(koiBundle('https://koi.example/koi-net', 'orn:regen.prices:2026-11'))
 */
export const koiBundle = (url: string, rid: string, options: UrlOptions = {}): DocumentSource => {
  const name = `${originOf(url)} ${rid}`
  const place = new URL(url)
  place.pathname = `${place.pathname.replace(/\/$/, '')}/bundles/fetch`
  const body = JSON.stringify({ type: 'fetch_bundles', rids: [rid] })
  return {
    name,
    read: async () => readDocument(name, await fetchText(place.href, options, body), options.trusted),
  }
}
