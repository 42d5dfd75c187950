import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { batchDenom } from '../fields/identifiers.ts'
import { address, requiredMetadata } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'

/**
 * Replaces the metadata of an open batch.
 *
 * @example
 * msgUpdateBatchMetadata({
 *   issuer: seller,
 *   batchDenom: 'C02-001-20220101-20221231-002',
 *   newMetadata: 'regen:y'
 * })
 */
export const msgUpdateBatchMetadata = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgUpdateBatchMetadata',
  signer: 'issuer',
  schema: () => z.strictObject({ issuer: address, batchDenom, newMetadata: requiredMetadata }),
  charges: [],
  sentence: ({ batchDenom, newMetadata }) =>
    `Sets the metadata of batch ${sanitize(batchDenom)} to "${sanitize(newMetadata)}".`,
  run({ issuer, batchDenom }, ledger) {
    const batch = ledger.look('batch', batchDenom)
    if (batch === null) return
    if (!batch.open) ledger.warn('BATCH_CLOSED', { batchDenom })
    authorize(issuer, batch.issuer, `the issuer of batch ${batchDenom}`, ledger)
  },
})
