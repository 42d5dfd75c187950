import * as z from 'zod/mini'
import { formatCoin, type WireCoin } from '../../primitives/coin.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { list } from '../fields/nested.ts'
import { coinAmount, positiveCoin } from '../fields/numbers.ts'
import { limitedText, sameAsMetadata } from '../fields/proposal.ts'
import { required, rule, ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { listCoins, pay, sortedCoins } from '../keeper/coins.ts'
import { GOVERNANCE } from '../keeper/governance.ts'
import type { Ledger } from '../ledger.ts'
import { innerMessages, listMessages } from './innerMessages.ts'

const given = rule<string>('required', value => (value === '' ? 'it is empty' : null))

/**
 * Submits a governance proposal. Its messages run only if the vote passes, so they are listed, not charged.
 *
 * @example
 * govSubmitProposal({
 *   messages: [
 *     {
 *       typeUrl: '/regen.ecocredit.v1.MsgUpdateClassFee',
 *       value: {
 *         authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *         fee: { denom: 'uregen', amount: '5' }
 *       }
 *     }
 *   ],
 *   initialDeposit: [{ denom: 'uregen', amount: '5' }],
 *   proposer: seller,
 *   metadata: '',
 *   title: 'A class costs 5 uregen',
 *   summary: 's',
 *   expedited: false
 * })
 */
export const govSubmitProposal = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.gov.v1.MsgSubmitProposal',
  aminoName: 'cosmos-sdk/v1/MsgSubmitProposal',
  signer: 'proposer',
  schema: () =>
    z
      .strictObject({
        messages: innerMessages,
        initialDeposit: list(positiveCoin).check(sortedCoins),
        proposer: address,
        metadata: limitedText(500),
        title: required<string, string>(limitedText(500).check(given)),
        summary: required<string, string>(limitedText(20_000).check(given)),
        expedited: flag,
      })
      .check(
        ruleOn('required', ['messages'], ({ messages, metadata }) =>
          messages.length === 0 && metadata === '' ? 'neither messages nor metadata are given' : null,
        ),
        ...sameAsMetadata,
      ),
  charges: [],
  sentence: ({ title, messages, initialDeposit }) =>
    `Proposes to governance, with a deposit of ${listCoins(initialDeposit)}: "${sanitize(title)}" (${listMessages(messages)}).`,
  run({ proposer, initialDeposit, messages, expedited }, ledger) {
    checkDeposit(initialDeposit, expedited, ledger)
    pay('deposit', { from: proposer, to: GOVERNANCE, coins: initialDeposit }, ledger)
    ledger.inner(messages, 'listed', { signer: GOVERNANCE })
    ledger.nextId('proposal', '')
  },
})

/**
 * Warns of a first deposit that governance does not take: a denom that is none of the minimum deposit's, or too little of all of them.
 *
 *     each denom:         amount >= round( minimum × minInitialDepositRatio )
 *     at least one denom: amount >= floor( minimum × minDepositRatio )
 *
 * @see cosmos-sdk x/gov/keeper/deposit.go validateInitialDeposit, validateDepositDenom, AddDeposit
 */
function checkDeposit(deposit: readonly WireCoin[], expedited: boolean, ledger: Ledger): void {
  const rules = ledger.setting('govDeposit')
  if (rules === null) {
    ledger.warn('STATE_UNKNOWN', { what: 'deposit that governance asks for in', id: listCoins(deposit) })
    return
  }
  const { minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio } = rules.value
  const refuse = (reason: string) =>
    ledger.warn('WOULD_FAIL', { field: 'initialDeposit', rule: 'deposit', reason })
  const strange = deposit.find(({ denom }) => !minDeposit.some(coin => coin.denom === denom))
  if (strange) refuse(`governance takes ${minDeposit.map(({ denom }) => denom).join(' or ')} only`)
  const minimum = expedited ? expeditedMinDeposit : minDeposit
  const given = (denom: string) => coinAmount(deposit.find(coin => coin.denom === denom)?.amount ?? '') ?? 0n
  const { num, den } = minInitialDepositRatio
  for (const { denom, amount } of num === 0n ? [] : minimum) {
    const least = (2n * amount * num + den) / (2n * den)
    if (given(denom) < least) refuse(`it must be at least ${formatCoin({ denom, amount: least })}`)
  }
  if (minDepositRatio.num === 0n) return
  const least = minimum.map(({ denom, amount }) => ({ denom, amount: mulFloor(amount, minDepositRatio) }))
  if (
    !least.some(({ denom, amount }) => given(denom) >= amount && deposit.some(coin => coin.denom === denom))
  )
    refuse(`it must be at least ${least.map(formatCoin).join(' or ')}`)
}
