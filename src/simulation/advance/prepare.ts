import { type EpochParams, epochParams } from '../../epoch/epochParams.ts'
import { type Span, spanOf } from '../../epoch/period.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import {
  equilibriumNeeds,
  milliseconds,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { quarterOf } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import {
  ACTIVITY_KINDS,
  type ActivityKind,
} from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { minRatio, type Ratio } from '../../primitives/ratio.ts'

/** A period in time, and the quarters in which it begins and ends. */
export type KnownSpan = Span & { readonly startQuarter: string; readonly endQuarter: string }

/** What a policy comes to, worked out once: parameters, weights as whole numbers, and the spans of time seen so far. */
export type Prepared = {
  readonly policy: PolicyConfig
  readonly params: EpochParams
  readonly equilibriumNeeds: bigint
  /** min(rate, maxRate) of each type. */
  readonly rates: { readonly [txType in TxType]: Ratio }
  /** Whole-number weights over one denominator; the proposal’s already times the denominator of the rejected share. */
  readonly weights: { readonly [kind in ActivityKind]: bigint }
  readonly rejected: { readonly num: bigint; readonly den: bigint }
  readonly spans: Map<string, KnownSpan>
}

const KNOWN = /* @__PURE__ */ new WeakMap<PolicyConfig, Prepared>()

/** The prepared form of a policy; kept for as long as the policy is. */
export function prepare(policy: PolicyConfig, state: EpochState): Prepared {
  const known = KNOWN.get(policy)
  if (known !== undefined) return known
  const params = epochParams(policy, { ...state, supply: { ...state.supply, hardCap: null } }, null)
  const { weights, rejectedProposalShare } = params.rewards
  const { feeRates, maxRate } = params.fees
  const den = ACTIVITY_KINDS.reduce((product, kind) => product * weights[kind].den, 1n)
  const whole = (kind: ActivityKind) => (weights[kind].num * den) / weights[kind].den
  const prepared: Prepared = {
    policy,
    params,
    equilibriumNeeds: equilibriumNeeds(params.supply),
    rates: {
      CreditIssuance: minRatio(feeRates.CreditIssuance, maxRate),
      CreditTransfer: minRatio(feeRates.CreditTransfer, maxRate),
      CreditRetirement: minRatio(feeRates.CreditRetirement, maxRate),
      MarketplaceTrade: minRatio(feeRates.MarketplaceTrade, maxRate),
    },
    weights: {
      purchase: whole('purchase') * rejectedProposalShare.den,
      retirement: whole('retirement') * rejectedProposalShare.den,
      facilitation: whole('facilitation') * rejectedProposalShare.den,
      vote: whole('vote') * rejectedProposalShare.den,
      proposal: whole('proposal'),
    },
    rejected: rejectedProposalShare,
    spans: new Map(),
  }
  KNOWN.set(policy, prepared)
  return prepared
}

/** The period that starts at a time. */
export function knownSpan(start: string, { spans, params }: Prepared): KnownSpan {
  const known = spans.get(start)
  if (known !== undefined) return known
  const span = spanOf(start, milliseconds(params.supply.periodLength))
  const found = { ...span, startQuarter: quarterOf(span.start), endQuarter: quarterOf(span.end) }
  spans.set(start, found)
  return found
}
