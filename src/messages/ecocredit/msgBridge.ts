import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { creditsList } from '../fields/creditsList.ts'
import { ethereumAddress } from '../fields/identifiers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address, someText } from '../fields/text.ts'
import { allowBridge, MAX_BRIDGE_TARGET_LENGTH } from '../keeper/bridge.ts'
import { chargeCredits, creditsOf, listCredits, moveCredits, tradable } from '../keeper/credits.ts'

/**
 * Cancels credits that came over a bridge, so that they can be issued on the other chain again.
 *
 * @example
 * msgBridge({
 *   owner: 'regen1fxj7k9463sq5fqm9fz4x83pkvwa55pmxw6p7pz',
 *   target: 'polygon',
 *   recipient: '0x323b5d4c32345ced77393b3530b1eed0f346429d',
 *   credits: [{ batchDenom: 'C01-002-20190101-20191231-001', amount: '1' }]
 * })
 */
export const msgBridge = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgBridge',
  signer: 'owner',
  schema: () =>
    z
      .strictObject({
        owner: address,
        target: someText,
        recipient: ethereumAddress,
        credits: creditsList(),
      })
      .check(
        ruleOn('too-long', ['target'], ({ target }) =>
          new TextEncoder().encode(target).length > MAX_BRIDGE_TARGET_LENGTH
            ? `at most ${MAX_BRIDGE_TARGET_LENGTH} bytes`
            : null,
        ),
      ),
  charges: ['CreditTransfer'],
  sentence: ({ target, recipient, credits }) =>
    `Bridges ${listCredits(credits)} to ${sanitize(recipient)} on ${sanitize(target)}.`,
  run({ owner, target, credits }, ledger) {
    allowBridge(target, ledger)
    for (const { batchDenom, amount } of credits) {
      chargeCredits('bridge', batchDenom, creditsOf(amount), ledger)
      moveCredits({ kind: 'cancel', from: tradable(owner), to: null, batchDenom, amount }, ledger)
      const contract = ledger.find('bridged batch', batchDenom)
      if (contract === 'unknown')
        ledger.warn('STATE_UNKNOWN', { what: 'bridge contract of batch', id: batchDenom })
      else if (contract === 'absent')
        ledger.warn('NOT_FOUND', { what: 'bridge that brought credits of batch', id: batchDenom })
    }
  },
})
