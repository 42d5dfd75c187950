import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod/mini'
import { formatAddress } from '../../primitives/address.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { mandatory } from '../fields/nested.ts'
import { positiveCoin, uint64 } from '../fields/numbers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address, anyText, optionalText, someText } from '../fields/text.ts'
import { listCoins, pay } from '../keeper/coins.ts'
import { MODULE_ACCOUNTS } from '../keeper/moduleAccounts.ts'

/**
 * Sends coins to another chain. They wait in the account of the channel. A coin that returns to its own chain goes to the transfer module instead, which
 * burns it; a preview takes every `ibc/…` coin for one that returns.
 *
 * @see ibc-go modules/apps/transfer/types GetEscrowAddress
 *
 * @example
 * ibcTransfer({
 *   sourcePort: 'transfer',
 *   sourceChannel: 'channel-1',
 *   token: { denom: 'uregen', amount: '5' },
 *   sender: seller,
 *   receiver: 'osmo1…',
 *   timeoutHeight: { revisionNumber: 0n, revisionHeight: 0n },
 *   timeoutTimestamp: 1900000000000000000n,
 *   memo: '',
 *   encoding: ''
 * })
 */
export const ibcTransfer = /* @__PURE__ */ defineMessage({
  typeUrl: '/ibc.applications.transfer.v1.MsgTransfer',
  aminoName: 'cosmos-sdk/MsgTransfer',
  signer: 'sender',
  schema: () =>
    z
      .strictObject({
        sourcePort: someText,
        sourceChannel: someText,
        token: mandatory(positiveCoin),
        sender: address,
        receiver: someText,
        timeoutHeight: z._default(z.strictObject({ revisionNumber: uint64, revisionHeight: uint64 }), {
          revisionNumber: 0n,
          revisionHeight: 0n,
        }),
        timeoutTimestamp: uint64,
        memo: optionalText(32_768),
        encoding: anyText,
      })
      .check(
        ruleOn('timeout', ['timeoutTimestamp'], ({ timeoutHeight, timeoutTimestamp }) =>
          timeoutTimestamp === 0n && timeoutHeight.revisionHeight === 0n
            ? 'neither a timeout height nor a timeout timestamp is given'
            : null,
        ),
      ),
  charges: [],
  sentence: ({ token, receiver, sourceChannel }) =>
    `Sends ${listCoins(token ? [token] : [])} to ${sanitize(receiver)} on another chain, through ${sanitize(sourceChannel)}.`,
  run({ sender, token, sourcePort, sourceChannel }, ledger) {
    if (!token) return
    const to = token.denom.startsWith('ibc/')
      ? MODULE_ACCOUNTS.transfer
      : escrowAddress(`${sourcePort}/${sourceChannel}`)
    pay('principal', { from: sender, to, coins: [token] }, ledger)
  },
})

const escrowAddress = (channel: string): string =>
  formatAddress(sha256(new TextEncoder().encode(`ics20-1\0${channel}`)).slice(0, 20))
