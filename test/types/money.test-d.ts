import {
  type Credits,
  formatCredits,
  formatRegen,
  liveMarketplaceFees,
  m013,
  parseCredits,
  parseRatio,
  parseRegen,
  type Uregen,
  uregen,
} from '../../src/index.ts'

/** What must not compile: every line below a directive is a mistake that the types catch. */

const { computeFee, computeMessageFee, computePart, splitFee, M013_V0, MODEL_A } = m013

// A fee is uregen: a plain bigint has no unit, a number has none and no precision.
splitFee(parseRegen('1'), MODEL_A)
// @ts-expect-error a plain bigint is not uregen
splitFee(1_000_000n, MODEL_A)
// @ts-expect-error a number is not an amount
splitFee(1_000_000, MODEL_A)
// @ts-expect-error text is not an amount
splitFee('1000000', MODEL_A)
// @ts-expect-error credits are not uregen
splitFee(parseCredits('1'), MODEL_A)

// Neither is a value that is charged.
computeFee('CreditTransfer', uregen(5n), M013_V0)
computeFee('CreditTransfer', parseRatio('0.5'), M013_V0)
// @ts-expect-error a plain bigint is not uregen
computeFee('CreditTransfer', 5n, M013_V0)
// @ts-expect-error a number is not an amount
computeFee('CreditTransfer', 5, M013_V0)
// @ts-expect-error credits are worth nothing without a price
computeFee('CreditTransfer', parseCredits('5'), M013_V0)
// @ts-expect-error an unknown type is no free transaction
computeFee('CreditSwap', uregen(5n), M013_V0)
// @ts-expect-error a known value, not one that may be null
computePart({ txType: 'CreditTransfer', value: null }, M013_V0)
// @ts-expect-error a list of charged values, not one
computeMessageFee({ txType: 'CreditTransfer', value: uregen(5n) }, M013_V0)

// Rates and shares are both fractions, and are not each other.
const { CreditTransfer: rate } = M013_V0.feeRates
const { burn: share } = MODEL_A
// @ts-expect-error a fee rate is not a share
splitFee(uregen(5n), { ...MODEL_A, burn: rate })
// @ts-expect-error a plain fraction is not a share: nobody has looked at the other three
splitFee(uregen(5n), { ...MODEL_A, burn: parseRatio('0.3') })
// @ts-expect-error a share is not a fee rate
computeFee('CreditTransfer', uregen(5n), { ...M013_V0, maxRate: share })
// @ts-expect-error a plain fraction is not a fee rate: it may be above 10 %
computeFee('CreditTransfer', uregen(5n), { ...M013_V0, maxRate: parseRatio('0.5') })
// @ts-expect-error a plain bigint is not a minimum fee
computeFee('CreditTransfer', uregen(5n), { ...M013_V0, minFee: 1n })
// @ts-expect-error four pools, not three
splitFee(uregen(5n), { burn: share, validator: share, community: share })
// @ts-expect-error a remainder goes to somebody who exists
splitFee(uregen(5n), MODEL_A, 'treasury')

// Text is made of the unit that it is of.
formatRegen(uregen(5n))
// @ts-expect-error credits are not REGEN
formatRegen(parseCredits('5'))
// @ts-expect-error uregen are not credits
formatCredits(uregen(5n))
// @ts-expect-error a plain bigint is neither
formatCredits(5n)

// The sum of two amounts is a plain bigint, to be marked again; units do not mix.
const [one, two] = [uregen(1n), uregen(2n)]
;(one + two) satisfies bigint
// @ts-expect-error the compiler does not know that the difference is 0 or more
;(one - two) satisfies Uregen
// @ts-expect-error a unit is not given away for nothing
5n satisfies Credits
// @ts-expect-error uregen and credits are different units
one satisfies Credits
// @ts-expect-error a number is not even a bigint
5 satisfies Credits

// A quote takes text or bigint, and knows its denom.
const fees = { buyer: '0.01', seller: '' }
liveMarketplaceFees.quoteBuy({ askAmount: 25n, quantity: '2.5', fees, denom: 'uregen' })
// @ts-expect-error a number is not an amount
liveMarketplaceFees.quoteBuy({ askAmount: 25, quantity: '2.5', fees, denom: 'uregen' })
// @ts-expect-error credits are given as text: 2.5 is not exact
liveMarketplaceFees.quoteBuy({ askAmount: 25n, quantity: 2.5, fees, denom: 'uregen' })
// @ts-expect-error an amount without its denom is nothing
liveMarketplaceFees.quoteBuy({ askAmount: 25n, quantity: '2.5', fees })

// What comes out cannot be written to.
const split = splitFee(uregen(5n), MODEL_A)
// @ts-expect-error a split is readonly
split.burn = uregen(6n)
// @ts-expect-error so is a configuration
M013_V0.minFee = uregen(0n)
