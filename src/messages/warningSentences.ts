import { sanitize } from '../primitives/sanitize.ts'
import type { Warning, WarningCode } from './warningCodes.ts'

/** What a warning says of a coin: '25000000uregen'. */
type CoinText = string

/** What is left of what an account holds, where something before takes or brings some. */
const leftText = (held: string | undefined, left: string): string =>
  held ? ` now, and ${left} after what comes before it,` : ''

/** What each warning says, from its facts. */
export const SENTENCES = {
  WOULD_FAIL: ({ field, rule, reason }: { field: string; rule: string; reason: string }) =>
    `The chain refuses this message: ${field || 'it'} breaks the rule "${rule}" (${reason}).`,
  MESSAGE_DEAD: ({ typeUrl, reason }: { typeUrl: string; reason: string }) =>
    `${typeUrl} cannot be used on Regen Ledger v7: ${reason}.`,
  MESSAGE_MISSPELT: ({ typeUrl, near }: { typeUrl: string; near: string }) =>
    `Regen Ledger v7 has no message ${typeUrl}.${near && ` Did you mean ${near}?`}`,
  MESSAGE_UNKNOWN: ({ typeUrl, near }: { typeUrl: string; near: string }) =>
    `${typeUrl} is not in this SDK's catalog: only its gas is known, not what else it costs or moves.${near && ` Did you mean ${near}?`}`,
  SIGNER_CANNOT_SIGN: ({ signer, reason }: { signer: string; reason: string }) =>
    `${signer} cannot sign a transaction: ${reason}.`,
  STATE_UNKNOWN: ({ what, id }: { what: string; id: string }) =>
    `The snapshot does not say anything about the ${what} ${id}, so what depends on it was not checked.`,
  NOT_FOUND: ({ what, id }: { what: string; id: string }) => `There is no ${what} ${id}.`,
  ALREADY_EXISTS: ({ what, id }: { what: string; id: string }) => `The ${what} ${id} exists already.`,
  NOT_AUTHORIZED: ({ signer, needs }: { signer: string; needs: string }) => `${signer} is not ${needs}.`,
  FEE_PARAMS_UNKNOWN: () =>
    'The marketplace fee rates could not be read, so the buyer and seller fee are not known (which is not the same as zero).',
  FEE_PARAMS_UNUSABLE: ({ rate }: { rate: string }) =>
    `Governance has set a marketplace fee rate to the text "${rate}", with which the chain refuses every purchase.`,
  MAX_FEE_MISSING: ({ orderId, fee }: { orderId: string; fee: CoinText }) =>
    `The purchase from order ${orderId} names no maxFeeAmount, which the chain reads as 0, but a buyer fee of ${fee} is due.`,
  MAX_FEE_TOO_LOW: ({ orderId, maxFee, fee }: { orderId: string; maxFee: CoinText; fee: CoinText }) =>
    `The purchase from order ${orderId} allows a fee of ${maxFee}, but ${fee} is due.`,
  MAX_FEE_WRONG_DENOM: ({ orderId, maxFee, denom }: { orderId: string; maxFee: CoinText; denom: string }) =>
    `The maxFeeAmount ${maxFee} for order ${orderId} must be in ${denom}; in any other denom the transaction fails.`,
  ORDER_MISSING: ({ orderId }: { orderId: string }) =>
    `There is no sell order ${orderId}: it was filled or cancelled, or never existed.`,
  ORDER_EXPIRED: ({ orderId, expiration }: { orderId: string; expiration: string }) =>
    `Sell order ${orderId} expired at ${expiration}. The chain would still sell from it; its price may be old.`,
  ORDER_TOO_SMALL: ({ orderId, wanted, left }: { orderId: string; wanted: string; left: string }) =>
    `Sell order ${orderId} has ${left} left to sell; ${wanted} cannot be bought.`,
  OWN_ORDER: ({ orderId }: { orderId: string }) => `Sell order ${orderId} is the buyer's own.`,
  RETIRE_ONLY_ORDER: ({ orderId }: { orderId: string }) =>
    `Sell order ${orderId} sells only to retire: its credits cannot be bought tradable.`,
  BID_BELOW_ASK: ({ orderId, bid, ask }: { orderId: string; bid: CoinText; ask: CoinText }) =>
    `The bid of ${bid} a credit is below the ${ask} that order ${orderId} asks.`,
  BID_WRONG_DENOM: ({ orderId, bid, ask }: { orderId: string; bid: string; ask: string }) =>
    `Order ${orderId} sells for ${ask}, but the bid is in ${bid}.`,
  BALANCE_TOO_LOW: ({
    account,
    needed,
    available,
    held,
  }: {
    account: string
    needed: CoinText
    available: CoinText
    held?: CoinText
  }) => `${account} holds ${held ?? available}${leftText(held, available)} where ${needed} is needed.`,
  CREDITS_TOO_LOW: ({
    account,
    batchDenom,
    needed,
    available,
    held,
  }: {
    account: string
    batchDenom: string
    needed: string
    available: string
    held?: string
  }) =>
    `Of ${batchDenom}, ${account} has ${held ?? available} tradable${leftText(held, available)} and needs ${needed}.`,
  PAYMENT_FLOORS_TO_ZERO: ({ orderId, denom }: { orderId: string; denom: string }) =>
    `The payment for order ${orderId} is less than one unit of ${denom} and is floored to zero: the credits are free.`,
  PAYMENT_NEGATIVE: ({ orderId }: { orderId: string }) =>
    `The seller fee is more than the price of order ${orderId}; the chain fails on a negative payment.`,
  CREATION_FEE_MISSING: ({ what, required }: { what: string; required: CoinText }) =>
    `Creating a ${what} costs ${required}; the message offers no fee.`,
  CREATION_FEE_TOO_LOW: ({
    what,
    required,
    offered,
  }: {
    what: string
    required: CoinText
    offered: CoinText
  }) => `Creating a ${what} costs ${required}; the message offers only ${offered}.`,
  CREATION_FEE_WRONG_DENOM: ({
    what,
    required,
    offered,
  }: {
    what: string
    required: CoinText
    offered: CoinText
  }) => `Creating a ${what} costs ${required}; the message offers ${offered}, another denom.`,
  CREATION_FEE_UNKNOWN: ({ what }: { what: string }) => `What creating a ${what} costs could not be read.`,
  DENOM_NOT_ALLOWED: ({ denom }: { denom: string }) =>
    `${denom} is not on the marketplace's list of allowed denoms.`,
  EXPIRATION_PAST: ({ expiration, time }: { expiration: string; time: string }) =>
    `The expiration ${expiration} must lie after the block time, ${time}.`,
  BATCH_CLOSED: ({ batchDenom }: { batchDenom: string }) => `The batch ${batchDenom} is closed.`,
  ORIGIN_UNKNOWN: ({ id }: { id: string }) =>
    `Whether credits were already issued for the origin transaction ${id} is not known; the chain refuses a second issue.`,
  BRIDGE_CHAIN_NOT_ALLOWED: ({ chain }: { chain: string }) =>
    `${chain} is not a chain that credits may be bridged to or from.`,
  BASKET_REFUSES: ({
    basketDenom,
    batchDenom,
    reason,
  }: {
    basketDenom: string
    batchDenom: string
    reason: string
  }) => `The basket ${basketDenom} does not take ${batchDenom}: ${reason}.`,
  BASKET_CRITERIA_LOST: () =>
    'The chain is thought to drop yearsInThePast when a basket is created; read the basket back before relying on it.',
  BASKET_RETIRES: ({ basketDenom }: { basketDenom: string }) =>
    `The basket ${basketDenom} gives credits out retired only: set retireOnTake.`,
  CLASS_TYPE_DIFFERS: ({
    classId,
    creditType,
    wanted,
  }: {
    classId: string
    creditType: string
    wanted: string
  }) => `The class ${classId} is of type ${creditType}, not ${wanted}.`,
  RECIPIENT_IS_MODULE: ({ recipient, module }: { recipient: string; module: string }) =>
    `${recipient} is the account of the chain's own module ${module}: what is sent there is most likely lost.`,
  RECIPIENT_BLOCKED: ({ recipient, module }: { recipient: string; module: string }) =>
    `${recipient} is the account of the module ${module}, which may not receive coins.`,
  PROPOSAL_WILL_FAIL: ({ typeUrl, reason }: { typeUrl: string; reason: string }) =>
    `This proposal can pass and then fails when it runs ${typeUrl}: ${reason}.`,
  UNWISE: ({ field, reason }: { field: string; reason: string }) =>
    `The chain accepts ${field}, but nobody can want it: ${reason}.`,
  INNER_PACKED: ({ typeUrl }: { typeUrl: string }) =>
    `The ${typeUrl} is packed as bytes and was not looked into; unpack it first (unpackMessages of regen-fees/cosmjs).`,
  NODE_BEHIND: ({ height, seconds }: { height: string; seconds: string }) =>
    `The node is behind: its newest block, ${height}, was ${seconds} seconds old. What is due may have changed since.`,
  GAS_PRICE_UNKNOWN: () => 'The gas price of the node is not known, so the gas fee is not either.',
  GAS_NOT_ESTIMATED: ({ reason }: { reason: string }) => `The gas could not be estimated: ${reason}.`,
  PRICE_UNKNOWN: ({ classId }: { classId: string }) =>
    `No price for credits of ${classId}: their value, and so the proposed fee, is not known.`,
  PRICE_STALE: ({ classId, age }: { classId: string; age: string }) =>
    `The only price for credits of ${classId} is ${age} days old.`,
  PRICE_FEW_SAMPLES: ({ classId, samples }: { classId: string; samples: string }) =>
    `The price for credits of ${classId} rests on ${samples} purchase(s).`,
  PRICE_INDICATIVE: ({ classId }: { classId: string }) =>
    `The price for credits of ${classId} is what an open order asks; nobody has paid it yet.`,
  DENOM_CONVERSION: ({ denom, subject }: { denom: string; subject: string }) =>
    `The value of ${subject} is in ${denom} and no rate from it to REGEN was given, so the proposed fee is not known.`,
  RATE_CAPPED: ({ txType, rate, maxRate }: { txType: string; rate: string; maxRate: string }) =>
    `The rate ${rate} for ${txType} is above the highest allowed, ${maxRate}, which was used.`,
  MIN_FEE_ABOVE_MAX_RATE: ({
    minFee,
    fee,
    value,
    percent,
  }: {
    minFee: string
    /** What the message pays of it, or of several of it, where that is another amount. */
    fee?: string
    value: string
    percent: string
  }) =>
    `${fee ? `With the minimum fee of ${minFee} REGEN the fee of ${fee} REGEN` : `The minimum fee of ${minFee} REGEN`} is more than ${percent} % of the value, ${value} REGEN.`,
  PRICE_REQUIRED: () =>
    'Under this policy M013 would refuse the message, because the value of its credits is not known.',
  VALUE_REQUIRED: () =>
    'Under this policy M013 would refuse the message, because what it charges for is worth less than one uregen.',
  PRICE_UNUSED: ({ classId }: { classId: string }) =>
    `The price given for credits of ${classId} was not used: none of them are charged by it, or its denom has no rate to uregen.`,
  FEE_IN_FORCE: ({ source, fee, inDebits }: { source: string; fee: string; inDebits: string }) =>
    `M013 is in force on this chain, by ${source}: it takes at least ${fee} REGEN, which ${
      inDebits === 'yes'
        ? 'are among what leaves the signers’ accounts and what these must hold.'
        : 'no amount of the live side holds, because the source does not say who pays and in what.'
    }`,
  DUAL_FEE: () => 'In the phase TRANSITION a credit transaction pays gas and the value-based fee.',
} as const satisfies { readonly [code in WarningCode]: (facts: never) => string }

/**
 * What a warning says, in words. Control and direction characters in the facts become spaces, and long facts are cut.
 *
 * @example
 * for (const warning of preview.warnings) warningSentence(warning)
 */
export const warningSentence = ({ code, facts }: Pick<Warning, 'code' | 'facts'>): string =>
  (SENTENCES[code] as (facts: Warning['facts']) => string)(
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, sanitize(fact)])),
  )
