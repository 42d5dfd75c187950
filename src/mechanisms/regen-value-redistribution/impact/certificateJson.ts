import * as z from 'zod/mini'
import { parseInput, RatioText, TimeText, WholeAmount } from '../../../primitives/schemas.ts'
import {
  type Certificate,
  fundShare,
  mergeFractions,
  mintCertificate,
  retireFraction,
  splitFraction,
  transferFraction,
} from './certificate.ts'
import { type Claim, claimHash } from './certificateClaim.ts'

const Texts = z.prefault(z.array(z.string()), [])
const Timeframe = z.tuple([TimeText, TimeText])

const ClaimJson = z.strictObject({
  name: z.string(),
  description: z.prefault(z.string(), ''),
  workScope: Texts,
  workTimeframe: Timeframe,
  impactScope: Texts,
  impactTimeframe: Timeframe,
  contributors: Texts,
  rights: Texts,
  evidence: Texts,
})

/** The number of a fraction within its claim, from 1; the claim's own part of the id is added. */
const FractionNumber = z.int().check(z.minimum(1))

const ActJson = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('split'), fraction: FractionNumber, parts: z.array(WholeAmount) }),
  z.strictObject({ act: z.literal('merge'), fractions: z.array(FractionNumber) }),
  z.strictObject({ act: z.literal('transfer'), fraction: FractionNumber, to: z.string() }),
  z.strictObject({ act: z.literal('retire'), fraction: FractionNumber }),
  z.strictObject({ act: z.literal('fund'), share: RatioText }),
])

/** A certificate as a file: its claim, its units, and what was done with its fractions, in order. */
export const CertificateJson = z.strictObject({
  version: z.literal(1),
  typeNumber: z.prefault(WholeAmount, '1'),
  creator: z.string(),
  units: WholeAmount,
  transfers: z.prefault(z.enum(['allow-all', 'disallow-all', 'from-creator-only']), 'allow-all'),
  claim: ClaimJson,
  acts: z.prefault(z.array(ActJson), []),
})

/** Reads a certificate from JSON and runs its acts; one that would not conserve units is refused. */
export function parseCertificate(json: unknown): {
  readonly certificate: Certificate
  readonly claim: Claim
} {
  const { acts, claim, version: _, ...minted } = parseInput(CertificateJson, 'certificate', json)
  const first = mintCertificate({ ...minted, claimHash: claimHash(claim) })
  const certificate = acts.reduce((before, act): Certificate => {
    const id = (fraction: number) => before.id + BigInt(fraction)
    if (act.act === 'split') return splitFraction(before, id(act.fraction), act.parts)
    if (act.act === 'merge') return mergeFractions(before, act.fractions.map(id))
    if (act.act === 'transfer') return transferFraction(before, id(act.fraction), act.to)
    if (act.act === 'retire') return retireFraction(before, id(act.fraction))
    return fundShare(before, act.share)
  }, first)
  return { certificate, claim }
}
