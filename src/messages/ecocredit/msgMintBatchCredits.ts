import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { batchDenom, classOf } from '../fields/identifiers.ts'
import { mandatory } from '../fields/nested.ts'
import { originTx } from '../fields/origin.ts'
import { address } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'
import { spendOrigin } from '../keeper/bridge.ts'
import { issuanceList, issue, listIssuance } from '../keeper/issuance.ts'

/**
 * Issues more credits of an open batch.
 *
 * @example
 * msgMintBatchCredits({
 *   issuer: seller,
 *   batchDenom: 'C02-001-20220101-20221231-002',
 *   issuance: [
 *     {
 *       recipient: buyer,
 *       tradableAmount: '10',
 *       retiredAmount: '1',
 *       retirementJurisdiction: 'US',
 *       retirementReason: ''
 *     }
 *   ],
 *   originTx: { id: 'tx-9', source: 'verra', contract: '', note: 'n' }
 * })
 */
export const msgMintBatchCredits = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgMintBatchCredits',
  signer: 'issuer',
  schema: () =>
    z.strictObject({
      issuer: address,
      batchDenom,
      issuance: issuanceList,
      originTx: mandatory(originTx),
    }),
  charges: ['CreditIssuance'],
  sentence: ({ batchDenom, issuance }) =>
    `Issues more of batch ${sanitize(batchDenom)}: ${listIssuance(issuance)}.`,
  run({ issuer, batchDenom, issuance, originTx }, ledger) {
    const batch = ledger.look('batch', batchDenom)
    if (batch && !batch.open) ledger.warn('BATCH_CLOSED', { batchDenom })
    if (batch) authorize(issuer, batch.issuer, `the issuer of batch ${batchDenom}`, ledger)
    if (originTx) spendOrigin(classOf(batchDenom), originTx, ledger)
    issue(batchDenom, classOf(batchDenom), issuance, ledger)
  },
})
