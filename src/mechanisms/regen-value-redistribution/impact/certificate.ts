import { RegenError } from '../../../primitives/errors.ts'
import { CERTIFICATE_REFUSED } from '../../../primitives/errorTable.ts'
import { addRatio, compareRatios, ONE, type Ratio, ratio } from '../../../primitives/ratio.ts'
import { exactly } from '../shares/bounds.ts'
import { apportion, type Part } from '../shares/largestRemainder.ts'

/** A part of a claim that one account owns. */
export type Fraction = {
  readonly id: bigint
  readonly owner: string
  readonly units: bigint
  /** Retired fractions stay, so that they are counted once and never again. */
  readonly retired: boolean
}

/** Who may pass a certificate on. */
export type TransferRule = 'allow-all' | 'disallow-all' | 'from-creator-only'

/** One claim and its fractions. Σ units is what was minted, whatever happens to the fractions. */
export type Certificate = {
  /** typeId << 128; a fraction's id is this plus its number. */
  readonly id: bigint
  readonly claimHash: string
  readonly creator: string
  readonly units: bigint
  readonly transfers: TransferRule
  readonly fractions: readonly Fraction[]
  readonly nextNumber: bigint
  /** The share of the claim that rounds have paid for, 0 to 1. */
  readonly funded: Ratio
}

const TYPE_BITS = 128n
const MAX_PARTS = 253

/**
 * The id of a claim by its number, as hypercerts have it.
 * @example
 * certificateId(1n) // 340282366920938463463374607431768211456n
 */
export const certificateId = (typeNumber: bigint): bigint => typeNumber << TYPE_BITS

/**
 * An id in its parts: the claim's, and the number of the fraction, 0 for the claim itself.
 * @example
 * partsOfId(certificateId(1n) + 2n).fraction // 2n
 */
export const partsOfId = (id: bigint): { readonly claim: bigint; readonly fraction: bigint } => ({
  claim: (id >> TYPE_BITS) << TYPE_BITS,
  fraction: id & ((1n << TYPE_BITS) - 1n),
})

/**
 * A claim whose units are one fraction, of its creator.
 * @example
 * mintCertificate({ typeNumber: 1n, claimHash: claimHash(claim), creator: seller, units: 10_000n }).fractions.length // 1
 */
export function mintCertificate({
  typeNumber,
  claimHash,
  creator,
  units,
  transfers = 'allow-all',
}: {
  readonly typeNumber: bigint
  readonly claimHash: string
  readonly creator: string
  readonly units: bigint
  readonly transfers?: TransferRule
}): Certificate {
  const id = certificateId(typeNumber)
  if (units <= 0n) throw refused('mint', id, 'it has no units')
  const fractions = [{ id: id + 1n, owner: creator, units, retired: false }]
  return { id, claimHash, creator, units, transfers, fractions, nextNumber: 2n, funded: ratio(0n) }
}

/**
 * Splits a fraction into 2 to 253 parts, none of them empty.
 *
 *     Σ parts = units of the fraction
 *
 * The last part keeps the id of the fraction, the others get the next ids.
 *
 * @example
 * splitFraction(certificate, certificate.id + 1n, [3_000n, 7_000n]).fractions.map(({ units }) => units) // [ 7000n, 3000n ]
 */
export function splitFraction(before: Certificate, id: bigint, parts: readonly bigint[]): Certificate {
  const fraction = liveFraction(before, id, 'split')
  const sum = parts.reduce((total, part) => total + part, 0n)
  if (parts.length < 2 || parts.length > MAX_PARTS)
    throw refused('split', id, `${parts.length} parts are not 2 to ${MAX_PARTS}`)
  if (parts.some(part => part <= 0n)) throw refused('split', id, 'a part is empty')
  if (sum !== fraction.units)
    throw refused('split', id, `the parts have ${sum} units, the fraction ${fraction.units}`)
  const made = parts
    .slice(0, -1)
    .map(
      (units, index): Fraction => ({ ...fraction, id: before.id + before.nextNumber + BigInt(index), units }),
    )
  const kept = { ...fraction, units: parts.at(-1) ?? 0n }
  return {
    ...before,
    fractions: [...before.fractions.map(each => (each.id === id ? kept : each)), ...made],
    nextNumber: before.nextNumber + BigInt(made.length),
  }
}

/**
 * Merges 2 to 253 fractions of one owner into the last one named, which then has the units of all.
 *
 * @example
 * mergeFractions(split, [split.id + 2n, split.id + 1n]).fractions.map(({ units }) => units) // [ 10000n ]
 */
export function mergeFractions(before: Certificate, ids: readonly bigint[]): Certificate {
  const target = ids.at(-1) ?? before.id
  if (ids.length < 2 || ids.length > MAX_PARTS)
    throw refused('merge', target, `${ids.length} fractions are not 2 to ${MAX_PARTS}`)
  if (new Set(ids).size < ids.length) throw refused('merge', target, 'a fraction is named twice')
  const merged = ids.map(id => liveFraction(before, id, 'merge'))
  if (merged.some(({ owner }) => owner !== merged[0]?.owner))
    throw refused('merge', target, 'the fractions have different owners')
  const units = merged.reduce((sum, fraction) => sum + fraction.units, 0n)
  const gone = new Set(ids.slice(0, -1))
  return {
    ...before,
    fractions: before.fractions
      .filter(({ id }) => !gone.has(id))
      .map(each => (each.id === target ? { ...each, units } : each)),
  }
}

/**
 * Gives a fraction to another account, as far as the claim's creator allowed it.
 * @example
 * transferFraction(certificate, certificate.id + 1n, buyer).fractions.map(({ owner }) => owner === buyer) // [ true ]
 */
export function transferFraction(before: Certificate, id: bigint, to: string): Certificate {
  const { owner } = liveFraction(before, id, 'transfer')
  if (before.transfers === 'disallow-all') throw refused('transfer', id, 'its creator allows no transfers')
  if (before.transfers === 'from-creator-only' && owner !== before.creator)
    throw refused('transfer', id, 'only its creator may give it on')
  return {
    ...before,
    fractions: before.fractions.map(each => (each.id === id ? { ...each, owner: to } : each)),
  }
}

/**
 * Retires a fraction: it is never split, merged, given on or retired again.
 * @example
 * retireFraction(certificate, certificate.id + 1n).fractions.map(({ retired }) => retired) // [ true ]
 */
export function retireFraction(before: Certificate, id: bigint): Certificate {
  liveFraction(before, id, 'retire')
  return {
    ...before,
    fractions: before.fractions.map(each => (each.id === id ? { ...each, retired: true } : each)),
  }
}

/**
 * Notes that a share of the claim was paid for; more than all of it is refused.
 * @example
 * formatRatio(fundShare(certificate, parseRatio('0.6')).funded) // '0.6'
 */
export function fundShare(before: Certificate, share: Ratio): Certificate {
  const funded = addRatio(before.funded, share)
  if (compareRatios(funded, ONE) > 0)
    throw refused('be funded', before.id, 'more than all of it would be paid for')
  return { ...before, funded }
}

/**
 * Divides an amount over the fractions by units, largest remainder; a fraction's name is its number.
 *
 *     payout_f = amount × units_f / Σ units, retired fractions included
 *
 * @example
 * certificatePayout(1_001n, split).map(({ amount }) => amount) // [ 701n, 300n ]
 */
export const certificatePayout = (amount: bigint, { fractions }: Certificate): readonly Part[] =>
  apportion(
    amount,
    fractions.map(({ id, units }) => ({ name: id.toString().padStart(78, '0'), weight: exactly(units) })),
    'largest-remainder',
  ).map(({ name, amount }) => ({ name: BigInt(name).toString(), amount }))

function liveFraction({ fractions, id: claim }: Certificate, id: bigint, act: string): Fraction {
  const found = fractions.find(fraction => fraction.id === id)
  if (found === undefined) throw refused(act, id, `claim ${claim} has no such fraction`)
  if (found.retired) throw refused(act, id, 'it is retired')
  return found
}

const refused = (act: string, id: bigint, reason: string) =>
  new RegenError(CERTIFICATE_REFUSED, { act, id: id.toString(), reason })
