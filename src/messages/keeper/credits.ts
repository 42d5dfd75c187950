import { type ChargedAct, chargedAs } from '../../mechanisms/m013-value-based-fee-routing/chargedAs.ts'
import { parseChainDecimal } from '../../primitives/chainDecimal.ts'
import type { Credits } from '../../primitives/credits.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { classOf } from '../fields/identifiers.ts'
import type { CreditMovement, Ledger } from '../ledger.ts'

/**
 * Millionths of a credit above which nothing is computed. The chain takes amounts of up to 100,000 digits in seven characters
 * ("1e99990"); nobody holds that many, so whatever is above compares alike.
 */
export const MAX_CREDITS = (10n ** 90n) as Credits
const MAX_EXPONENT = 90

/** An amount as the chain reads it, in millionths; null when the chain would refuse the text, or nobody can hold as much. Empty is zero. */
export function creditsOf(text: string): Credits | null {
  const amount = parseAmount(text)
  return amount === 'beyond' ? null : amount
}

/** The same, for comparing with what is held: an amount that nobody can hold is the most there can be. */
export function creditsWanted(text: string): Credits | null {
  const amount = parseAmount(text)
  return amount === 'beyond' ? MAX_CREDITS : amount
}

function parseAmount(text: string): Credits | null | 'beyond' {
  const decimal = parseChainDecimal(text)
  if (decimal === null || decimal.coefficient < 0n || decimal.exponent < -6) return null
  if (decimal.coefficient === 0n) return 0n as Credits
  if (decimal.exponent > MAX_EXPONENT || decimal.coefficient > MAX_CREDITS) return 'beyond'
  const amount = (decimal.coefficient * 10n ** BigInt(decimal.exponent + 6)) as Credits
  return amount < MAX_CREDITS ? amount : 'beyond'
}

/** Says what M013 charges an act as, by the price of the class of its credits; nothing where it goes free. Null credits: not known how many. */
export function chargeCredits(
  act: ChargedAct,
  batchDenom: string,
  credits: Credits | null,
  ledger: Ledger,
): void {
  const txType = chargedAs(act, ledger.knobs)
  if (txType !== null) ledger.charge({ txType, classId: classOf(batchDenom), credits })
}

/** Moves credits of a batch that exists; an amount of zero, or one the chain would refuse, moves nothing. */
export function moveCredits(
  movement: Omit<CreditMovement, 'amount'> & { readonly amount: string },
  ledger: Ledger,
): void {
  const amount = movement.from === null ? creditsOf(movement.amount) : creditsWanted(movement.amount)
  const batch = ledger.look('batch', movement.batchDenom)
  if (batch === null || amount === null || amount === 0n) return
  // A copy whose field is set afterwards: to replace a field while copying takes several times as long.
  const moved: Omit<CreditMovement, 'amount'> & { amount: string | Credits } = { ...movement }
  moved.amount = amount
  ledger.moveCredits(moved as CreditMovement)
}

export const tradable = (account: string) => ({ account, state: 'tradable' }) as const
export const retired = (account: string) => ({ account, state: 'retired' }) as const
export const escrowed = (account: string) => ({ account, state: 'escrowed' }) as const

/** '2.5 credits of C01-…-001 and 1 credit of …', for sentences. */
export const listCredits = (
  credits: readonly { readonly batchDenom: string; readonly amount: string }[],
): string =>
  shortList(credits.map(({ batchDenom, amount }) => `${countCredits(amount)} of ${sanitize(batchDenom)}`))

/** '1 credit', '2.5 credits', '0 tradable credits'. */
export const countCredits = (amount: string, kind = ''): string =>
  `${sanitize(amount || '0')} ${kind}credit${isOneCredit(amount) ? '' : 's'}`

/** Whether an amount of credits, as typed, is exactly one. */
export const isOneCredit = (amount: string): boolean => /^0*1(\.0*)?$/.test(amount)

/** ' in US-WA, for good, with the reason “offset”': where a retirement stands, and what is written beside it on the chain. */
export const forGood = (jurisdiction: string, reason: string): string =>
  `${jurisdiction === '' ? '' : ` in ${sanitize(jurisdiction)},`} for good${reason === '' ? '' : `, with the reason “${sanitize(reason.replace(/[“”]/g, '"'))}”`}`

/** So many items of a list a sentence names. */
export const LISTED = 10

/** 'a, b and c'; of a long list the first ten, and how many more there are. */
export function shortList(items: readonly string[], last = ' and '): string {
  const named = items.length > LISTED ? [...items.slice(0, LISTED), `${items.length - LISTED} more`] : items
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')}${last}${named.at(-1)}`
}
