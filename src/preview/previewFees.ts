import { WHOLE_CATALOG } from '../messages/catalog.ts'
import { policyHash } from '../policy/policyHash.ts'
import type { FeePreview, PreviewInput } from './feePreview.ts'
import { makePreview } from './makePreview.ts'

/** What M012 and M015 make of the fees is a function of its own: whoever only asks for fees loads neither. */
export type WithoutEffects = {
  readonly supply?: 'only for previewWithEffects of regen-fees/effects'
  readonly rewards?: 'only for previewWithEffects of regen-fees/effects'
}

/**
 * Previews a transaction: what Regen Ledger v7 charges for it today, and what M013 would charge, or does where a chain has it.
 *
 * Pure: equal input gives equal output, byte for byte as JSON. Messages apply in sequence, so a second purchase sees what
 * the first one left. What the ledger would refuse becomes a warning that `blocks`; only input of a wrong shape throws. JSON.stringify prints a preview as
 * previewJson does. What the fees would do to the supply, and what the transaction would earn, says `previewWithEffects` of regen-fees/effects.
 *
 * @example
 * const { live, proposed, warnings } = previewFees({ messages, snapshot })
 * live.debits[0] // { account: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x', denom: 'uregen', amount: 74740000n }
 * proposed.total // 189383743n
 */
export const previewFees: (input: PreviewInput & WithoutEffects) => FeePreview = (input: PreviewInput) =>
  makePreview(input, { catalog: WHOLE_CATALOG, effectsOf: null, policyHash })
