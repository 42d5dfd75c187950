import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { classId, classOf, jurisdiction } from '../fields/identifiers.ts'
import { mandatory } from '../fields/nested.ts'
import { positiveAmount } from '../fields/numbers.ts'
import { originTx } from '../fields/origin.ts'
import { rule } from '../fields/rules.ts'
import { address, requiredMetadata, requiredText } from '../fields/text.ts'
import { startBeforeEnd, time } from '../fields/time.ts'
import { authorize, authorizeIssuer, sameAccount } from '../keeper/authorize.ts'
import { allowBridge, contractId, spendOrigin } from '../keeper/bridge.ts'
import { chargeCredits, countCredits, creditsOf, moveCredits, tradable } from '../keeper/credits.ts'
import type { Batch, Ledger } from '../ledger.ts'

const TRANSACTION = /^0x[0-9a-fA-F]{64}$/

/**
 * Issues credits that come over a bridge: more of the batch known by the contract, or a new batch.
 *
 * @example
 * msgBridgeReceive({
 *   issuer: 'regen1fxj7k9463sq5fqm9fz4x83pkvwa55pmxw6p7pz',
 *   classId: 'C01',
 *   project: { referenceId: 'VCS-612', jurisdiction: 'KE', metadata: 'regen:z' },
 *   batch: {
 *     recipient: 'regen1tvsku872hqxvdev56jv5mg8q4fe8re9gjqd3ca',
 *     amount: '12.5',
 *     startDate: { seconds: 1546300800n, nanos: 0 },
 *     endDate: { seconds: 1577750400n, nanos: 0 },
 *     metadata: 'regen:z'
 *   },
 *   originTx: {
 *     id: '0xcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
 *     source: 'polygon',
 *     contract: '0x0e65079a29d7793ab5ca500c2d88e60ee99ba606',
 *     note: ''
 *   }
 * })
 */
export const msgBridgeReceive = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgBridgeReceive',
  signer: 'issuer',
  schema: () =>
    z.strictObject({
      issuer: address,
      classId,
      project: mandatory(
        z.strictObject({ referenceId: requiredText(32), jurisdiction, metadata: requiredMetadata }),
      ),
      batch: mandatory(
        z
          .strictObject({
            recipient: address,
            amount: positiveAmount,
            startDate: time,
            endDate: time,
            metadata: requiredMetadata,
          })
          .check(startBeforeEnd),
      ),
      originTx: mandatory(
        originTx.check(
          rule('origin-tx', ({ id }) =>
            TRANSACTION.test(id) ? null : 'its id must be 0x and 64 hexadecimal digits',
          ),
          rule('origin-tx', ({ contract }) => (contract === '' ? 'its contract is missing' : null)),
        ),
      ),
    }),
  charges: ['CreditIssuance'],
  sentence: ({ classId, batch, originTx }) =>
    `Issues ${countCredits(batch?.amount ?? '0')} of class ${sanitize(classId)} to ${sanitize(batch?.recipient ?? '')}, bridged from ${sanitize(originTx?.source ?? '')}.`,
  run({ issuer, classId, batch, originTx }, ledger) {
    if (originTx) allowBridge(originTx.source, ledger)
    if (batch) chargeCredits('bridge receive', classId, creditsOf(batch.amount), ledger)
    const contract = originTx?.contract ?? ''
    const known = ledger.find('bridge contract', contractId(classId, contract))
    if (known === 'absent') authorizeIssuer(issuer, classId, ledger)
    else if (known === 'unknown') authorizeBridgeIssuer(issuer, classId, ledger)
    else receiveMore(known.batchDenom, issuer, batch, ledger)
    // The number of a new batch is not computed, and of which batch more is issued without the contract not known.
    if (known === 'absent' || known === 'unknown')
      ledger.warn('STATE_UNKNOWN', { what: 'batch of bridge contract', id: contract })
    if (originTx) spendOrigin(classId, originTx, ledger)
  },
})

/** More of a batch that came over the bridge before: who issued that one issues more, as long as it is open. */
function receiveMore(
  batchDenom: string,
  issuer: string,
  issued: { readonly recipient: string; readonly amount: string } | undefined,
  ledger: Ledger,
): void {
  const batch = ledger.look('batch', batchDenom)
  if (batch === null) return
  if (!batch.open) ledger.warn('BATCH_CLOSED', { batchDenom })
  authorize(issuer, batch.issuer, `the issuer of batch ${batchDenom}`, ledger)
  if (issued)
    moveCredits(
      { kind: 'issue', from: null, to: tradable(issued.recipient), batchDenom, amount: issued.amount },
      ledger,
    )
}

/**
 * A new batch takes an issuer of the class; more of a batch that is known by its contract takes who issued that. An account that is
 * neither is refused, whatever the contract is.
 */
function authorizeBridgeIssuer(issuer: string, classId: string, ledger: Ledger): void {
  const found = ledger.look('credit class', classId)
  if (found === null || found.issuers?.some(known => sameAccount(known, issuer))) return
  const isOwn = (batch: Batch) => classOf(batch.denom) === classId && sameAccount(batch.issuer, issuer)
  if (ledger.search('batch', isOwn) === null && ledger.knowsAll('batch'))
    authorizeIssuer(issuer, classId, ledger)
}
