import { type EpochParams, epochParams } from '../../epoch/epochParams.ts'
import { type SmallRules, smallRules } from '../../epoch/fees/smallFees.ts'
import { boundsFrom, type PeriodBounds } from '../../epoch/periodBounds.ts'
import {
  equilibriumNeeds,
  milliseconds,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import { quarterOf } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import {
  ACTIVITY_KINDS,
  type ActivityKind,
} from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { nanosecondsOf } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { isPlainPolicy } from './isPlain.ts'

/** A period in time, its opening and length in nanoseconds, and the quarters in which it begins and ends. */
export type KnownSpan = PeriodBounds & {
  readonly opening: bigint
  readonly length: bigint
  readonly startQuarter: string
  readonly endQuarter: string
}

/** What a policy comes to, worked out once: parameters, weights as whole numbers, and the spans of time seen so far. */
export type Prepared = {
  readonly policy: PolicyConfig
  /** None of its knobs is one that only the long way knows. */
  readonly isPlain: boolean
  readonly params: EpochParams
  readonly equilibriumNeeds: bigint
  /** The rules about fees as doubles; null where big integers are needed. */
  readonly small: SmallRules | null
  /** All community fees are M015’s, not only those of trades and retirements. */
  readonly rewardsAll: boolean
  /** Whole-number weights over one denominator; the proposal’s already times the denominator of the rejected share. */
  readonly weights: { readonly [kind in ActivityKind]: bigint }
  readonly rejected: { readonly num: bigint; readonly den: bigint }
  readonly spans: Map<string, KnownSpan>
}

const KNOWN = /* @__PURE__ */ new WeakMap<PolicyConfig, Prepared>()

/** The prepared form of a policy, as it is before a state changes a cap, a burn share or a return; kept for as long as the policy is. */
export function prepare(policy: PolicyConfig): Prepared {
  const known = KNOWN.get(policy)
  if (known !== undefined) return known
  const params = epochParams(
    policy,
    { revenue: 0n as Uregen, supply: { hardCap: null }, stability: { lowered: null } },
    null,
  )
  const { weights, rejectedProposalShare } = params.rewards
  const den = ACTIVITY_KINDS.reduce((product, kind) => product * weights[kind].den, 1n)
  const whole = (kind: ActivityKind) => (weights[kind].num * den) / weights[kind].den
  const prepared: Prepared = {
    policy,
    isPlain: isPlainPolicy(policy),
    params,
    equilibriumNeeds: equilibriumNeeds(params.supply),
    small: smallRules(params.fees),
    rewardsAll: policy.epoch.autoInflow === 'all-fees',
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
  const span = boundsFrom(start, milliseconds(params.supply.periodLength))
  const [opening, closing] = [nanosecondsOf(span.start), nanosecondsOf(span.end)]
  const found = {
    ...span,
    opening,
    length: closing - opening,
    startQuarter: quarterOf(span.start),
    endQuarter: quarterOf(span.end),
  }
  spans.set(start, found)
  return found
}
