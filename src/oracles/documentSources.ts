import { blake2b } from '@noble/hashes/blake2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { LedgerAt } from '../node/read/ask.ts'
import { type Attestation, readAnchor, readAttestations } from '../node/read/attestations.ts'
import { RegenError } from '../primitives/errors.ts'
import { SOURCE_UNSIGNED } from '../primitives/errorTable.ts'
import { rawIri } from '../redistribution/reportIri.ts'
import { type DocumentSource, readDocument } from './document.ts'
import { type FetchOptions, fetchText, originOf } from './fetchText.ts'

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
 * A bundle of a node of KOI-net, by its RID: POST {url}/bundles/fetch. The hash in the manifest is computed anew; the envelope counts as a signature
 * where the node's key is `trusted`.
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

/**
 * The IRI by which x/data knows a text: BLAKE2b-256 over its bytes. Anchor it, let others attest to it, and `attested` finds them.
 *
 * @example
 * documentIri('class,price\nC01,25REGEN').endsWith('.csv') // true
 */
export const documentIri = (text: string): string =>
  rawIri({
    hash: blake2b(utf8ToBytes(text), { dkLen: 32 }),
    digestAlgorithm: 1,
    fileExtension: /^\s*[[{]/.test(text) ? 'json' : 'csv',
  })

/**
 * The same document, vouched for on chain: its IRI is computed from its bytes, and whoever attests to that IRI at this height counts as a signer.
 * SOURCE_UNSIGNED for one that was never anchored: changed by one byte, it is another document. Where it has no time of its own, that of the anchor is taken.
 *
 * @see SPEC M012, OQ-M012-2 (M008 attestations)
 *
 * @example
 * const source = priceSource(attested(documentOf('prices.csv', 'class,price\nC01,25REGEN'), at))
 */
export const attested = ({ name, read }: DocumentSource, ledger: LedgerAt): DocumentSource => ({
  name,
  read: async () => {
    const document = await read()
    const iri = documentIri(document.text)
    const [anchor, attestations] = await Promise.all([readAnchor(ledger, iri), readAttestations(ledger, iri)])
    if (anchor === null || attestations === null)
      throw new RegenError(SOURCE_UNSIGNED, { source: `${name} (${iri})`, got: [], least: 1 })
    return {
      ...document,
      from: iri,
      kind: 'attestation',
      time: document.time ?? anchor.time,
      signers: [...new Set([...document.signers, ...attestations.map(attestorOf)])],
    }
  },
})

const attestorOf = ({ attestor }: Attestation): string => attestor
