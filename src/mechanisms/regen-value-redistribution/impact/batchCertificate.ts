import { RegenError } from '../../../primitives/errors.ts'
import { CERTIFICATE_REFUSED } from '../../../primitives/errorTable.ts'
import { ratio } from '../../../primitives/ratio.ts'
import { type Certificate, certificateId } from './certificate.ts'

/** A credit batch as the chain has it, in millionths of a credit: what was issued is what can be traded, is retired or cancelled. */
export type BatchUnits = {
  readonly denom: string
  readonly issuer: string
  readonly metadata: string
  readonly holdings: readonly {
    readonly owner: string
    readonly tradable: bigint
    readonly retired: bigint
  }[]
  readonly cancelled: bigint
}

/**
 * A credit batch as an impact certificate: units are millionths of a credit, holdings are fractions, and what is retired
 * cannot be split. Cancelled credits are no units: their claim is gone. `claimHash` is the metadata of the batch, which is no hash of a claim.
 *
 * @example
 * const holdings = [{ owner: buyer, tradable: 5_000_000n, retired: 2_000_000n }]
 * batchCertificate({ denom: batchDenom, issuer: seller, metadata: '', holdings, cancelled: 0n }).units // 7000000n
 */
export function batchCertificate(batch: BatchUnits, typeNumber = 1n): Certificate {
  const id = certificateId(typeNumber)
  const fractions = batch.holdings
    .flatMap(({ owner, tradable, retired }) => [
      { owner, units: tradable, retired: false },
      { owner, units: retired, retired: true },
    ])
    .filter(({ units }) => units > 0n)
    .map((fraction, index) => ({ ...fraction, id: id + 1n + BigInt(index) }))
  const units = fractions.reduce((sum, fraction) => sum + fraction.units, 0n)
  if (units === 0n)
    throw new RegenError(CERTIFICATE_REFUSED, {
      act: 'exist',
      id: batch.denom,
      reason: 'nobody holds any of it',
    })
  return {
    id,
    claimHash: batch.metadata,
    creator: batch.issuer,
    units,
    transfers: 'allow-all',
    fractions,
    nextNumber: BigInt(fractions.length) + 1n,
    funded: ratio(0n),
  }
}
