import { blake2b } from '@noble/hashes/blake2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { createBase58check } from '@scure/base'
import type { NodeAt } from '../node/read/ask.ts'
import { type Attestation, readAttestations } from '../node/read/attestations.ts'
import { RegenError } from '../primitives/errors.ts'
import { SOURCE_UNSIGNED } from '../primitives/errorTable.ts'
import { rawIri } from '../redistribution/reportIri.ts'
import type { DocumentSource } from './document.ts'

/** What stands on chain for a document: the IRI of its bytes, the statement about them that accounts attest to, and that statement's IRI. */
export type DocumentOnChain = {
  /** BLAKE2b-256 over the bytes, with .json or .csv: for msgAnchor. */
  readonly fileIri: string
  /** One N-Quad, which is its own canonical form (URDNA2015). */
  readonly statement: string
  /** The hash of the statement: for msgAttest, which takes graphs only. */
  readonly contentHash: {
    readonly hash: Uint8Array
    readonly digestAlgorithm: number
    readonly canonicalizationAlgorithm: number
    readonly merkleTree: number
  }
  readonly iri: string
}

const base58check = /* @__PURE__ */ createBase58check(sha256)
const hashOf = (text: string): Uint8Array => blake2b(utf8ToBytes(text), { dkLen: 32 })

/**
 * What accounts attest to who vouch for a document. x/data takes attestations to graphs only, so it is a graph of one statement: that the file with these
 * bytes is a data set.
 *
 *     file       regen: + base58check( 0, 0 ‖ 1 ‖ BLAKE2b-256 of the bytes ) + .json or .csv
 *     statement  <file> rdf:type schema:Dataset .
 *     iri        regen: + base58check( 0, 1 ‖ 1 ‖ 0 ‖ 1 ‖ BLAKE2b-256 of the statement ) + .rdf
 *
 * @see SPEC M012, OQ-M012-2 (M008 attestations)
 *
 * @example
 * const { contentHash } = documentOnChain('time,change\n2026-11-20,10')
 * msgAttest({ attestor: seller, contentHashes: [contentHash] }).typeUrl // '/regen.data.v2.MsgAttest'
 */
export function documentOnChain(text: string): DocumentOnChain {
  const fileExtension = /^\s*[[{]/.test(text) ? 'json' : 'csv'
  const fileIri = rawIri({ hash: hashOf(text), digestAlgorithm: 1, fileExtension })
  const statement = `<${fileIri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Dataset> .\n`
  const contentHash = {
    hash: hashOf(statement),
    digestAlgorithm: 1,
    canonicalizationAlgorithm: 1,
    merkleTree: 0,
  }
  const iri = `regen:${base58check.encode(concatBytes(Uint8Array.of(0, 1, 1, 0, 1), contentHash.hash))}.rdf`
  return { fileIri, statement, contentHash, iri }
}

/**
 * The same document, vouched for on chain: its IRI is computed from its bytes, and whoever attests to it at this height counts as a signer. SOURCE_UNSIGNED
 * for one that the chain does not know: changed by one byte, it is another document. Where it has no time of its own, that of the first attestation is taken.
 *
 * @see SPEC M012, OQ-M012-2 (M008 attestations)
 *
 * @example
 * const source = ecologicalSource(attested(documentOf('co2.csv', 'time,change\n2026-11-20,10'), at))
 */
export const attested = ({ name, read }: DocumentSource, ledger: NodeAt): DocumentSource => ({
  name,
  read: async () => {
    const document = await read()
    const { iri } = documentOnChain(document.text)
    const attestations = (await readAttestations(ledger, iri)) ?? []
    if (attestations.length === 0)
      throw new RegenError(SOURCE_UNSIGNED, { source: `${name} (${iri})`, got: [], least: 1 })
    return {
      ...document,
      from: iri,
      kind: 'attestation',
      time: document.time ?? attestations.map(({ time }) => time).reduce(earlier),
      signers: [...new Set([...document.signers, ...attestations.map(attestorOf)])],
    }
  },
})

const attestorOf = ({ attestor }: Attestation): string => attestor

/** RFC 3339 in UTC, both to the second or finer. */
const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b)
