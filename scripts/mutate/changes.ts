import type { Change } from './change.ts'
import { CLOCKS } from './clocks.ts'
import { ECONOMY } from './economy.ts'
import { INDEXER } from './indexer.ts'
import { MESSAGES } from './messages.ts'
import { MONITOR } from './monitor.ts'
import { NETWORK } from './network.ts'
import { NODE_CHANGES } from './nodeChanges.ts'
import { ORACLES } from './oracles.ts'
import { ORDERS } from './orders.ts'
import { RECONCILIATION } from './reconcile.ts'
import { REDISTRIBUTION } from './redistribution.ts'
import { SENDING } from './sending.ts'
import { SIMULATION } from './simulation.ts'
import { WALLET } from './wallet.ts'

const M013 = 'mechanisms/m013-value-based-fee-routing'
const LIVE = 'mechanisms/live-marketplace-fees'

/** The formulas: rates, shares, minimum, rounding, remainder, guards, prices. */
const FORMULAS: readonly Change[] = [
  {
    what: 'a rate: transfers cost 1 %, not 0.1 %',
    file: `${M013}/params.ts`,
    from: 'CreditTransfer: rate(10n)',
    to: 'CreditTransfer: rate(100n)',
    test: `${M013}/fee.test.ts`,
    title: 'the fee of a message counts the minimum once, for a send that transfers and retires',
  },
  {
    what: 'a share: 1 % moves from the community to the agents',
    file: `${M013}/params.ts`,
    from: 'shares(30n, 40n, 25n, 5n)',
    to: 'shares(30n, 40n, 24n, 6n)',
    test: `${M013}/feeConfig.test.ts`,
    title: 'the shares of Model A are what the schema reads from text',
  },
  {
    what: 'the upper edge of issuance: 2 %, not 3 %',
    file: `${M013}/params.ts`,
    from: 'rate(300n)',
    to: 'rate(200n)',
    test: `${M013}/fee.test.ts`,
    title: 'issuance at the edges of its range: 1 % and 3 % of 100 REGEN are 1 and 3 REGEN, the default is 2',
  },
  {
    what: 'the rate cap is noticed, but not applied',
    file: `${M013}/fee.ts`,
    from: '): FeeRate => minRatio(feeRates[txType], maxRate)',
    to: '): FeeRate => minRatio(feeRates[txType], feeRates[txType] ?? maxRate)',
    test: `${M013}/invariants.test.ts`,
    title:
      'invariant 4, Rate Bound Safety: by value, never more than 10 % is charged, whatever a chain has stored',
  },
  {
    what: 'the order of two operations: divides before it multiplies',
    file: `${M013}/fee.ts`,
    from: 'floor({ num: exactValue.num * rate.num, den: exactValue.den * rate.den })',
    to: '(((exactValue.num / exactValue.den) * rate.num) / rate.den)',
    test: `${M013}/fee.test.ts`,
    title: 'one part divides last: 3 % of 100/3 uregen is 1, though 3 % of the 33 whole ones is 0',
  },
  {
    what: 'values of one type are floored one by one',
    file: `${M013}/fee.ts`,
    from: 'return [computePart({ txType, value: sumRatios(...values.map(exact)) }, config)]',
    to: 'return values.map(value => computePart({ txType, value }, config))',
    test: `${M013}/fee.test.ts`,
    title:
      'the fee of a message adds the values of one type before the floor: 50 + 50 at 1 % is 1, not 0 + 0',
  },
  {
    what: 'the minimum counts once a part, not once a message',
    file: `${M013}/fee.ts`,
    from: 'fee: minFeeApplied ? config.minFee : byValue, minFeeApplied }',
    to: 'fee: (minFeeApplied ? config.minFee * BigInt(parts.length) : byValue) as Uregen, minFeeApplied }',
    test: `${M013}/fee.test.ts`,
    title: 'the fee of a message counts the minimum once, for a send that transfers and retires',
  },
  {
    what: 'a message that is charged nothing pays the minimum',
    file: `${M013}/fee.ts`,
    from: 'parts.length > 0 && byValue < config.minFee',
    to: 'byValue < config.minFee',
    test: `${M013}/fee.test.ts`,
    title:
      'the fee of a message is nothing when nothing is charged: a message of another module pays no minimum',
  },
  {
    what: 'a rounding: floors become ceilings',
    file: 'primitives/ratio.ts',
    from: '((amount * num) / den) as Amount',
    to: '((amount * num + den - 1n) / den) as Amount',
    test: `${M013}/split.test.ts`,
    title:
      'every pool that does not take the remainder gets exactly the floor: q·den ≤ fee·num < (q + 1)·den',
  },
  {
    what: 'the remainder is lost',
    file: `${M013}/split.ts`,
    from: 'validator: (fee - burn - community - agent) as Uregen',
    to: 'validator: mulFloor(fee, shares.validator)',
    test: `${M013}/invariants.test.ts`,
    title: 'invariant 1, Fee Conservation: the pools add up to the fee, whoever gets the remainder',
  },
  {
    what: 'shares need not sum to 1',
    file: `${M013}/bounds.ts`,
    from: 'isOne(sumRatios(...POOLS.map(pool => shares[pool])))',
    to: '(isOne(sumRatios(...POOLS.map(pool => shares[pool]))) || true)',
    test: `${M013}/invariants.test.ts`,
    title: 'invariant 2, Share Sum Unity: shares that sum to 1 are read, and none that do not',
  },
  {
    what: 'anybody may withdraw from a pool',
    file: `${M013}/pools.ts`,
    from: 'if (by !== authority)',
    to: "if (by === '')",
    test: `${M013}/invariants.test.ts`,
    title: 'invariant 5, Pool Isolation: a withdrawal touches its own pool only, by its own authority only',
  },
  {
    what: 'the valuation order: the last trade before the average',
    file: `${M013}/prices/prices.ts`,
    from: "'twap-7d',\n  'last-trade',",
    to: "'last-trade',\n  'twap-7d',",
    test: `${M013}/valuation.test.ts`,
    title:
      'the order of the sources is explicit, twap-7d, last-trade, governance-reference, lowest-ask, external',
  },
  {
    what: 'a stale price comes before a fresh one',
    file: `${M013}/prices/valuation.ts`,
    from: '[...prices.filter(({ stale }) => !stale), ...prices.filter(({ stale }) => stale)]',
    to: '[...prices]',
    test: `${M013}/priceSources.test.ts`,
    title: 'a stale price is not used while any other source is fresh, be it only an ask',
  },
  {
    what: 'the seven days of the average include their first second',
    file: `${M013}/prices/priceSources.ts`,
    from: 'time > at - WEEK',
    to: 'time >= at - WEEK',
    test: `${M013}/priceSources.test.ts`,
    title:
      'twap-7d takes purchases with block time in (t − 7 days, t]: seven days ago is too old, the future is not yet',
  },
  {
    what: 'outliers are those beyond two standard deviations',
    file: `${M013}/prices/outliers.ts`,
    from: '<= 9n *',
    to: '<= 4n *',
    test: `${M013}/outliers.test.ts`,
    title: 'exactly three standard deviations stay, one millionth more does not: 13 beside 9, 11, 9, 11',
  },
  {
    what: 'a phase guard: 29 days of fees are enough',
    file: `${M013}/phase.ts`,
    from: 'const FEE_DAYS = 30n',
    to: 'const FEE_DAYS = 29n',
    test: `${M013}/phase.test.ts`,
    title: 'TRANSITION → VALUE_BASED does not happen with 29 days of fees',
  },
  {
    what: 'the fee pool gets two floors, not the floor of the sum',
    file: `${LIVE}/quoteBuy.ts`,
    from: 'truncDecimal(addDecimal(buyerFee, sellerFee))',
    to: 'truncDecimal(buyerFee) + truncDecimal(sellerFee)',
    test: `${LIVE}/vectors.test.ts`,
    title: 'LIVE-2',
  },
  {
    what: 'the buyer need hold only what is taken',
    file: `${LIVE}/quoteBuy.ts`,
    from: 'requiredBalance: truncDecimal(addDecimal(subtotal, buyerFee))',
    to: 'requiredBalance: toFeePool + sellerReceives',
    test: `${LIVE}/vectors.test.ts`,
    title: 'LIVE-1',
  },
  {
    what: 'every denom is burned',
    file: `${LIVE}/quoteBuy.ts`,
    from: "denom === 'uregen' ? toFeePool : 0n",
    to: 'toFeePool',
    test: `${LIVE}/laws.test.ts`,
    title: 'uregen in the fee pool is burned at once, other denoms stay there',
  },
  {
    what: 'products are cut at 34 digits, not rounded',
    file: 'primitives/chainDecimal.ts',
    from: '(coefficient + half) / unit',
    to: '(half ? coefficient : 0n) / unit',
    test: `${LIVE}/laws.test.ts`,
    title: 'a product of more than 34 digits is rounded half up, as the node does: …5 becomes one more',
  },
  {
    what: 'a creation fee must be exceeded',
    file: `${LIVE}/creationFees.ts`,
    from: 'offered.amount < required.amount',
    to: 'offered.amount <= required.amount',
    test: `${LIVE}/creationFees.test.ts`,
    title: 'where 20regen are required and the message offers exactly what is required',
  },
  {
    what: 'a fee rate of the text "0" counts as usable',
    file: `${LIVE}/params.ts`,
    from: 'decimal.coefficient <= 0n',
    to: 'decimal.coefficient < 0n',
    test: `${LIVE}/params.test.ts`,
    title: 'a rate that stops every purchase is named: the buyer’s first when both are',
  },
]

/** The previews: warnings, the order of messages, escrow, what is unknown, the policy. */
const PREVIEWS: readonly Change[] = [
  {
    what: 'a default of the policy: retirements cost 5 %',
    file: 'mechanisms/m013-value-based-fee-routing/params.ts',
    from: 'CreditRetirement: rate(50n)',
    to: 'CreditRetirement: rate(500n)',
    test: 'policy/policy.test.ts',
    title: 'the hash of the default policy, which is written down, is the one that is computed',
  },
  {
    what: 'a hash depends on the order of fields',
    file: 'primitives/canonical.ts',
    from: '.sort(([a], [b]) => (a < b ? -1 : 1))',
    to: '',
    test: 'primitives/canonical.test.ts',
    title: 'equal data hashes equal, whatever the order it was written in',
  },
  {
    what: 'the knob minFeeVsMaxRate is not looked at',
    file: `${M013}/chargeFee.ts`,
    from: "if (rules.minFeeVsMaxRate === 'min-wins') return",
    to: 'if (rules.minFeeVsMaxRate !== undefined) return',
    test: 'policy/m013.test.ts',
    title: 'turning a knob changes a preview minFeeVsMaxRate = "cap-wins"',
  },
  {
    what: 'a fee on an unknown value looks known',
    file: `${M013}/chargeFee.ts`,
    from: 'fee: complete ? fee : null',
    to: 'fee: complete || fee >= 0n ? fee : null',
    test: 'preview/proposedFees.test.ts',
    title: 'three different things no price: value and fee are null, and the minimum is a lower bound',
  },
  {
    what: 'the maximum fee may be one unit too low',
    file: 'messages/keeper/maxFee.ts',
    from: 'allowed < least.amount',
    to: 'allowed + 1n < least.amount',
    test: 'preview/warnings.test.ts',
    title: 'MAX_FEE_TOO_LOW is raised, and says what is the matter',
  },
  {
    what: 'a dropped warning: buying one’s own order',
    file: 'messages/keeper/purchase.ts',
    from: "if (sameAccount(buyer, order.seller)) ledger.warn('OWN_ORDER', { orderId })",
    to: 'if (sameAccount(buyer, order.seller)) void orderId',
    test: 'preview/warnings.test.ts',
    title: 'OWN_ORDER is raised, and says what is the matter',
  },
  {
    what: 'having exactly what is needed is not enough',
    file: 'preview/run/workingLedger.ts',
    from: 'own.left < coin.amount',
    to: 'own.left <= coin.amount',
    test: 'preview/warnings.test.ts',
    title: 'BALANCE_TOO_LOW is not raised by the case beside it',
  },
  {
    what: 'a purchase leaves the order as it was',
    file: 'messages/keeper/purchase.ts',
    from: "ledger.change('sell order', orderId, left === 0n ? null : { quantity: left })",
    to: 'void left',
    test: 'preview/sequence.test.ts',
    title:
      'a second purchase sees what the first left in the next message, and in the next order of one message',
  },
  {
    what: 'the direction of escrow: cancelling an order takes credits away',
    file: 'messages/marketplace/msgCancelSellOrder.ts',
    from: 'from: escrowed(order.seller),\n      to: tradable(order.seller),',
    to: 'from: tradable(order.seller),\n      to: escrowed(order.seller),',
    test: 'preview/sequence.test.ts',
    title: 'sell orders a cancelled order gives its credits back, for the next message to spend',
  },
  {
    what: 'the messages of a governance proposal run at once',
    file: 'messages/cosmos/govSubmitProposal.ts',
    from: "ledger.inner(messages, 'listed', { signer: GOVERNANCE })",
    to: "ledger.inner(messages, 'run', { signer: GOVERNANCE })",
    test: 'preview/sequence.test.ts',
    title:
      'messages inside messages of a governance proposal are listed and not charged; only the deposit is paid',
  },
  {
    what: 'gas is rounded down',
    file: 'preview/gas.ts',
    from: 'mulCeil(limit, price)',
    to: '(limit * price.num) / price.den',
    test: 'preview/sequence.test.ts',
    title: 'money for gas is taken first, before any message runs',
  },
]

export const CHANGES: readonly Change[] = [
  ...FORMULAS,
  ...PREVIEWS,
  ...SENDING,
  ...MESSAGES,
  ...CLOCKS,
  ...ECONOMY,
  ...NODE_CHANGES,
  ...RECONCILIATION,
  ...NETWORK,
  ...REDISTRIBUTION,
  ...INDEXER,
  ...ORACLES,
  ...MONITOR,
  ...SIMULATION,
  ...WALLET,
  ...ORDERS,
]
