import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { batchDenom } from '../fields/identifiers.ts'
import { address } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'

/**
 * Closes a batch: nothing can be added to it any more. Sealing a closed batch changes nothing.
 *
 * @example
 * msgSealBatch({
 *   issuer: seller,
 *   batchDenom: 'C02-001-20220101-20221231-002'
 * })
 */
export const msgSealBatch = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgSealBatch',
  signer: 'issuer',
  schema: () => z.strictObject({ issuer: address, batchDenom }),
  charges: [],
  sentence: ({ batchDenom }) => `Seals batch ${sanitize(batchDenom)}: no more credits can be issued of it.`,
  run({ issuer, batchDenom }, ledger) {
    const batch = ledger.look('batch', batchDenom)
    if (batch === null) return
    authorize(issuer, batch.issuer, `the issuer of batch ${batchDenom}`, ledger)
    ledger.change('batch', batchDenom, { open: false })
  },
})
