import { WHOLE_CATALOG } from '../messages/catalog.ts'
import { policyHash } from '../policy/policyHash.ts'
import { effectsOf } from './effects/effects.ts'
import type { FeePreview, PreviewInput } from './feePreview.ts'
import { makePreview } from './makePreview.ts'

/**
 * Previews a transaction: what Regen Ledger v7 charges for it today, and what M013 would charge, or does where a chain has it.
 *
 * Pure: equal input gives equal output, byte for byte as JSON. Messages apply in sequence, so a second purchase sees what
 * the first one left. What the ledger would refuse becomes a warning that `blocks`; only input of a wrong shape throws. JSON.stringify prints a preview as
 * previewJson does.
 *
 * @example
 * const { live, proposed, warnings } = previewFees({ messages, snapshot })
 * live.debits[0] // { account: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x', denom: 'uregen', amount: 74740000n }
 * proposed.total // 189383743n
 */
export const previewFees = (input: PreviewInput): FeePreview =>
  makePreview(input, { catalog: WHOLE_CATALOG, effectsOf, policyHash })
