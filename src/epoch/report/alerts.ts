import type { BurnAlert } from '../../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import type { ThresholdWarning } from '../../mechanisms/m012-fixed-cap-dynamic-supply/threshold.ts'
import type { Decision } from '../../mechanisms/m014-authority-validator-governance/validatorSet/lifecycle.ts'
import type { Finding } from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Account } from '../books/accounts.ts'

/** Something that somebody should look at. None of them stops a period. */
export type EpochAlert =
  | BurnAlert
  | ThresholdWarning
  | Finding
  /** Above the cap nothing is minted; with this burn the cap is reached in so many periods, or never. */
  | {
      readonly code: 'SUPPLY_ABOVE_CAP'
      readonly supply: Uregen
      readonly hardCap: Uregen
      readonly periodsToCap: bigint | null
    }
  /** `clamp`, as the published reference does it, wrote S down to the cap; the bank still holds these tokens. */
  | { readonly code: 'SUPPLY_CLAMPED'; readonly vanished: Uregen }
  /** The bank burned what S does not count. */
  | { readonly code: 'SUPPLY_UNRECONCILED'; readonly amount: Uregen }
  /** Governance is called: too few validators, or too few of a category (M014, invariant 6). */
  | { readonly code: 'P0_ESCALATION'; readonly reasons: readonly string[] }
  /** The model `literal` promised more than the fund; each pay was cut in proportion. */
  | { readonly code: 'COMPENSATION_OVERDRAWN'; readonly promised: Uregen; readonly fund: Uregen }
  /** Nobody serves, so the validators’ part waits in the fund. */
  | { readonly code: 'NO_VALIDATORS'; readonly waiting: Uregen }
  /** AGENT-004's report: the uptime is below `min_uptime`, so PROBATION is recommended. */
  | {
      readonly code: 'PROBATION_RECOMMENDED'
      readonly address: string
      readonly uptime: Ratio
      readonly minUptime: Ratio
    }
  /** A metric that no weight names: it counts nowhere. */
  | { readonly code: 'METRIC_IGNORED'; readonly address: string; readonly metric: string }
  /** A quarter is over: governance reviews the compensation (M014, compensation_review). */
  | { readonly code: 'COMPENSATION_REVIEW_DUE'; readonly quarter: string }
  /** The day on which proof of authority was to be in force is past (OQ-M014-4). */
  | { readonly code: 'TARGET_DATE_PASSED'; readonly targetDate: string; readonly m014: string }
  /** What was decided has to wait for guards of its step, or the vote was not enough: they are named. */
  | {
      readonly code: 'PHASE_WAITS'
      readonly mechanism: 'M012' | 'M013' | 'M014' | 'M015'
      readonly phase: string
      readonly waitsFor: readonly string[]
    }
  | { readonly code: 'DECISION_DUE'; readonly address: string; readonly decision: Decision }
  /** More was due to the stability tier than it got. */
  | { readonly code: 'STABILITY_CAPPED'; readonly funded: Uregen }
  /** The safety valve lowered the return of new commitments, by one percentage point at most (OQ-M015-1): governance should review it. */
  | { readonly code: 'SAFETY_VALVE_OPENED'; readonly rate: Ratio }
  /** Nobody earned it, and where it went. */
  | {
      readonly code: 'NO_ACTIVITY'
      readonly denom: string
      readonly undistributed: bigint
      readonly to: string
    }
  /** Activities of another period, which were left out. */
  | { readonly code: 'ACTIVITY_OUTSIDE_PERIOD'; readonly count: number }
  /** The agent fund is beyond what a multisig should hold (OQ-M013-4). */
  | { readonly code: 'AGENT_FUND_ABOVE_MULTISIG'; readonly held: Uregen; readonly below: Uregen }
  /** A coin that waits to be changed into uregen; `worth` is what it would bring, null when no rate is known. */
  | {
      readonly code: 'CONVERSION_PENDING'
      readonly account: Account
      readonly denom: string
      readonly amount: bigint
      readonly worth: Uregen | null
    }
