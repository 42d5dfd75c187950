import type { AnchorInfo, AttestationInfo } from '../../wire/generated/regen/data/v2/query.ts'
import type { Fields } from '../decode/fields.ts'
import { anchorByIRI, attestationsByAttestor, attestationsByIRI } from '../endpoints/data.ts'
import { askAll, askAllIfAny, askIfAny, type NodeAt } from './ask.ts'
import { listQuestion, question } from './question.ts'

/** That a hash was anchored, and when; nothing says by whom. */
export type Anchor = { readonly iri: string; readonly time: string }

/** That an account stands behind the data of an IRI. */
export type Attestation = { readonly iri: string; readonly attestor: string; readonly time: string }

const toAnchor = ({ iri, timestamp }: AnchorInfo, read: Fields): Anchor => ({
  iri: read.text('iri', iri),
  time: read.time('timestamp', timestamp),
})

const toAttestation = ({ iri, attestor, timestamp }: AttestationInfo, read: Fields): Attestation => ({
  iri: read.text('iri', iri),
  attestor: read.address('attestor', attestor),
  time: read.time('timestamp', timestamp),
})

/**
 * When the data of an IRI was anchored, or null.
 *
 * @example
 * const anchor = await readAnchor(at, 'regen:13toVgR5UjYeBSJgkfaPDMvLBVbxoCB1mcHTnYMuKFZgnBMpZ2YMFVc.rdf')
 */
export const readAnchor = (ledger: NodeAt, iri: string): Promise<Anchor | null> =>
  askIfAny(
    ledger,
    question(anchorByIRI, { iri }, ({ anchor }, read) => {
      const found = read.message('anchor', anchor, toAnchor)
      read.same('anchor.iri', found.iri, iri)
      return found
    }),
  )

/**
 * Who attests to the data of an IRI; null when it is not anchored.
 *
 * @example
 * const attestations = await readAttestations(at, 'regen:13toVgR5UjYeBSJgkfaPDMvLBVbxoCB1mcHTnYMuKFZgnBMpZ2YMFVc.rdf')
 */
export const readAttestations = (ledger: NodeAt, iri: string): Promise<readonly Attestation[] | null> =>
  askAllIfAny(
    ledger,
    listQuestion(
      attestationsByIRI,
      { iri },
      ({ attestations }, read) => read.each('attestations', attestations, toAttestation),
      'whole',
    ),
  )

/**
 * What an account attests to.
 *
 * @example
 * const attestations = await readAttestationsBy(at, seller)
 */
export const readAttestationsBy = (ledger: NodeAt, attestor: string): Promise<readonly Attestation[]> =>
  askAll(
    ledger,
    listQuestion(
      attestationsByAttestor,
      { attestor },
      ({ attestations }, read) => read.each('attestations', attestations, toAttestation),
      'whole',
    ),
  )
