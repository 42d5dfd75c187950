import { wholeValue } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import {
  type Ask,
  type Price,
  type Rates,
  rateOf,
  type StatedPrice,
  statedBy,
  type Valuation,
  valueClass,
  valueInUregen,
} from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { classOf } from '../../messages/fields/identifiers.ts'
import { hasExpired } from '../../messages/keeper/sellOrders.ts'
import type { Charge } from '../../messages/ledger.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { mulRatio, type Ratio, ZERO } from '../../primitives/ratio.ts'
import { parseTime } from '../../primitives/time.ts'
import type { WorkingLedger } from '../run/workingLedger.ts'
import type { LedgerSnapshot } from '../snapshot.ts'

/** How a charge got its value. `order`: the payment follows from the sell order. Null price: there is none. */
export type ChargeValuation = {
  readonly source: Price['source'] | 'order' | null
  readonly classId: string | null
  readonly denom: string | null
  /** Smallest units of `denom` for a whole credit. */
  readonly price: Ratio | null
  /** Seconds since the newest sample. */
  readonly age: bigint | null
  readonly samples: number
  readonly outliersDropped: number
  readonly stale: boolean
  readonly indicative: boolean
  /** uregen for one smallest unit of `denom`; null when no rate was given. */
  readonly rate: Ratio | null
}

/** A charge and what it is worth in uregen; a null value is not known, and `valuation` says why. */
export type ValuedCharge = {
  readonly txType: Charge['txType']
  readonly value: Ratio | null
  readonly valuation: ChargeValuation
  /** A purchase whose credits are retired at once. */
  readonly retires?: boolean
}

/** The market as the snapshot shows it. The price of a class is found once, at the snapshot's own state. */
export type MarketView = {
  readonly rates: Rates
  readonly knobs: M013Policy
  readonly priceOf: (classId: string) => Valuation
  /** How credits of a class are valued, and so every charge of them. */
  readonly valuationOf: (classId: string) => ChargeValuation
}

/** Prices the caller states, those of the snapshot and of the policy, then what the snapshot has seen paid and finds asked for. */
export function openMarket(
  explicit: readonly StatedPrice[],
  rates: Rates,
  knobs: M013Policy,
  snapshot: LedgerSnapshot,
): MarketView {
  const asks = snapshot.sellOrders
    .filter(({ expiration }) => !hasExpired(expiration, snapshot))
    .map(
      ({ batchDenom, askDenom, askAmount }): Ask => ({
        classId: classOf(batchDenom),
        denom: askDenom,
        price: askAmount,
      }),
    )
  const stated = [...explicit, ...snapshot.statedPrices, ...statedBy(knobs.referencePrices)]
  const evidence = { trades: snapshot.trades, stated, asks }
  const market = { evidence, rates, rules: knobs.valuation, at: parseTime(snapshot.time).seconds }
  const priceOf = once((classId: string) => valueClass(classId, market))
  const valuationOf = once((classId: string): ChargeValuation => {
    const found = priceOf(classId)
    if (found.status === 'no-price') return { ...UNKNOWN, classId }
    return { ...found.price, classId, rate: found.status === 'known' ? found.rate : null }
  })
  return { rates, knobs, priceOf, valuationOf }
}

/** Asks once for each class, and keeps the answer. */
function once<Answer>(ask: (classId: string) => Answer): (classId: string) => Answer {
  const known = new Map<string, Answer>()
  return classId => {
    const answer = known.get(classId) ?? ask(classId)
    known.set(classId, answer)
    return answer
  }
}

const UNKNOWN: ChargeValuation = {
  source: null,
  classId: null,
  denom: null,
  price: null,
  age: null,
  samples: 0,
  outliersDropped: 0,
  stale: false,
  indicative: false,
  rate: null,
}

/** The value that a part is charged on. */
export const roundValue = (charge: ValuedCharge, { valueRounding }: M013Policy): ValuedCharge =>
  valueRounding === 'exact' || charge.value === null ? charge : { ...charge, value: wholeValue(charge.value) }

/** What a charge is worth: a payment by its denom's rate, credits by the price of their class. */
export function valueCharge(charge: Charge, view: MarketView, working: WorkingLedger): ValuedCharge {
  const { txType } = charge
  if ('payment' in charge)
    return { txType, retires: charge.retires, ...valuePayment(charge.payment, view.rates) }
  const { classId, credits } = charge
  // Nothing of anything is worth nothing; no price is needed to know that.
  if (credits === 0n) return { txType, value: ZERO, valuation: { ...UNKNOWN, classId } }
  working.addMissing({ kind: 'prices', id: classId })
  const valuation = view.valuationOf(classId)
  const { price, rate } = valuation
  const isKnown = price !== null && rate !== null && credits !== null
  return { txType, value: isKnown ? valueInUregen(credits, price, rate) : null, valuation }
}

function valuePayment(
  payment: { readonly denom: string; readonly amount: Ratio; readonly price: Ratio } | null,
  rates: Rates,
): Pick<ValuedCharge, 'value' | 'valuation'> {
  if (payment === null) return { value: null, valuation: { ...UNKNOWN, source: 'order' } }
  const rate = rateOf(payment.denom, rates) ?? null
  const value = rate && mulRatio(payment.amount, rate)
  return {
    value,
    valuation: { ...UNKNOWN, source: 'order', denom: payment.denom, price: payment.price, rate },
  }
}
