import {
  DEFAULT_POLICY,
  type FeePreview,
  type LedgerSnapshot,
  type PolicyConfig,
  previewFees,
} from '../../src/index.ts'
import { previewWithEffects, type SupplyState } from '../../src/preview/previewWithEffects.ts'

/** What must not compile: a preview without its state, with numbers for amounts, or one that forgets what is unknown. */

type Knobs = PolicyConfig['m013']

declare const snapshot: LedgerSnapshot
declare const preview: FeePreview
declare const supply: SupplyState

previewFees({
  messages: [],
  snapshot,
  prices: { C01: '25000000uregen' },
  phase: 'TRANSITION',
  gasLimit: 200_000n,
})
// @ts-expect-error a preview is of a state: there is no default snapshot
previewFees({ messages: [] })
// @ts-expect-error a number is not a gas limit
previewFees({ messages: [], snapshot, gasLimit: 200_000 })
// @ts-expect-error a price has a denom, so it is text
previewFees({ messages: [], snapshot, prices: { C01: 25n } })
// @ts-expect-error what the fees do to the supply is asked of another function, which the error names
previewFees({ messages: [], snapshot, supply })
previewWithEffects({ messages: [], snapshot, supply })
// @ts-expect-error there are three phases
previewFees({ messages: [], snapshot, phase: 'LATER' })
// @ts-expect-error a policy is read by parsePolicy
previewFees({ messages: [], snapshot, policy: { m013: { minFee: '0' } } })

const { m013 } = DEFAULT_POLICY
m013 satisfies Knobs
// @ts-expect-error a knob has its settings, and no others
const turned: Knobs = { ...m013, bridge: 'maybe' }
void turned

// The total may be unknown, and says so; what is due at least is always known.
preview.proposed.atLeast satisfies bigint
// @ts-expect-error the total may be null
preview.proposed.total satisfies bigint
// @ts-expect-error the gas may not have been asked for
preview.live.gas.fee
// @ts-expect-error the status is not "due": M013 is proposed
preview.proposed.status satisfies 'in-force'
// @ts-expect-error live and proposed stand side by side: there is no sum of both
preview.total

// An unknown setting is not an absent one.
// @ts-expect-error 'unknown' has to be looked at first
snapshot.settings.feeParams.buyer
