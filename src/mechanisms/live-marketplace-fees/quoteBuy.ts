import {
  addDecimal,
  type ChainDecimal,
  chainInteger,
  formatChainDecimal,
  mulDecimal,
  parseChainDecimal,
  subDecimal,
  truncDecimal,
} from '../../primitives/chainDecimal.ts'
import { RegenError } from '../../primitives/errors.ts'
import { AMOUNT_MALFORMED } from '../../primitives/errorTable.ts'
import type { FeeParams } from './params.ts'

/** One order as the buyer fills it. `askAmount` is per whole credit, in smallest units of `denom`. */
export type BuyTerms = {
  readonly askAmount: bigint | string
  /** Credits bought, as decimal text. */
  readonly quantity: string
  /** Fractions as the chain stores them: '0.01' is 1 %, '' is no fee. */
  readonly fees: FeeParams
  readonly denom: string
}

/** What one filled order moves, in whole smallest units of the order's denom. */
export type BuyQuote = {
  /** ask × quantity, exact, as decimal text. */
  readonly subtotal: string
  /** As the event reports it; the two event amounts may add up to one less than `toFeePool`. */
  readonly buyerFee: bigint
  readonly sellerFee: bigint
  /** What leaves the buyer's account. */
  readonly debit: bigint
  /** What the buyer must hold: the debit, or one unit more. (Under a seller fee above 100 % the debit can be more.) */
  readonly requiredBalance: bigint
  readonly sellerReceives: bigint
  readonly toFeePool: bigint
  /** Of what went to the fee pool: all of it when the denom is uregen, else nothing. */
  readonly burned: bigint
  /** The lowest `maxFeeAmount` with which the chain accepts the order. */
  readonly leastMaxFee: bigint
}

/**
 * What one buy order moves on the chain as it runs today.
 *
 *     sub = ask × quantity,  bF = sub × buyerRate,  sF = sub × sellerRate
 *     toFeePool = trunc(bF + sF),  sellerReceives = trunc(sub − sF),  debit = toFeePool + sellerReceives
 *     requiredBalance = trunc(sub + bF),  leastMaxFee = trunc(bF)
 *
 * Rounds where the keeper rounds and nowhere else: the debit can be one unit less than what the buyer must hold.
 * Products carry 34 significant digits, as in the keeper's decimal type.
 *
 * @see regen-ledger v7 x/ecocredit/marketplace/keeper/utils.go: fillOrder, getTotalCostAndBuyerFee, getSellerFee
 *
 * @example
 * const bought = { askAmount: 3n, quantity: '2.5', denom: 'uregen' }
 * quoteBuy({ ...bought, fees: { buyer: '0.1', seller: '0.1' } }) // { subtotal: '7.5', buyerFee: 0n, sellerFee: 0n, debit: 7n, requiredBalance: 8n, sellerReceives: 6n, toFeePool: 1n, burned: 1n, leastMaxFee: 0n }
 */
export function quoteBuy({ askAmount, quantity, fees, denom }: BuyTerms): BuyQuote {
  const subtotal = mulDecimal(read(quantity, 'credits'), parseAsk(askAmount))
  const buyerFee = mulDecimal(subtotal, read(fees.buyer, 'a fee rate'))
  const sellerFee = mulDecimal(subtotal, read(fees.seller, 'a fee rate'))
  const toFeePool = truncDecimal(addDecimal(buyerFee, sellerFee))
  const sellerReceives = truncDecimal(subDecimal(subtotal, sellerFee))
  return {
    subtotal: formatChainDecimal(subtotal),
    buyerFee: truncDecimal(buyerFee),
    sellerFee: truncDecimal(sellerFee),
    debit: toFeePool + sellerReceives,
    requiredBalance: truncDecimal(addDecimal(subtotal, buyerFee)),
    sellerReceives,
    toFeePool,
    burned: denom === 'uregen' ? toFeePool : 0n,
    leastMaxFee: truncDecimal(buyerFee),
  }
}

function parseAsk(ask: bigint | string): ChainDecimal {
  if (typeof ask === 'bigint' ? ask < 0n : !/^\d{1,78}$/.test(ask))
    throw new RegenError(AMOUNT_MALFORMED, {
      input: String(ask).slice(0, 80),
      expected: 'an ask price in whole smallest units, 0 or more',
    })
  return chainInteger(BigInt(ask))
}

function read(text: string, expected: string): ChainDecimal {
  const decimal = parseChainDecimal(text)
  if (!decimal || decimal.coefficient < 0n)
    throw new RegenError(AMOUNT_MALFORMED, { input: text.slice(0, 80), expected: `${expected} of 0 or more` })
  return decimal
}
