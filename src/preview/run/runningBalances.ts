import type { CoinMovement, CreditMovement, Holding } from '../../messages/ledger.ts'
import { normalizeAddress } from '../../primitives/address.ts'
import { amountOf, type Coin } from '../../primitives/coin.ts'
import type { Credits } from '../../primitives/credits.ts'
import type { LedgerSnapshot } from '../snapshot.ts'
import type { MissingState } from './missing.ts'

/** How an account stands in one denom against where it began: what it paid, its change, and the most it had to hold. */
type Standing = {
  readonly account: string
  readonly denom: string
  readonly paid: bigint
  readonly change: bigint
  readonly needed: bigint
}

/** What an account holds in the snapshot, and what is left of it after what was run. */
type Held<Amount> = { readonly held: Amount; readonly left: Amount }

/** Coins and credits of a snapshot, as messages move them one after the other. Null: the snapshot does not say. */
export type Balances = {
  coin(account: string, denom: string): Held<bigint> | null
  credit(account: string, batchDenom: string): Held<Credits> | null
  /** Notes that an account must hold so much now. */
  need(account: string, coin: Coin): void
  moveCoin(movement: Pick<CoinMovement, 'from' | 'to' | 'denom' | 'amount'>): void
  moveCredit(movement: Pick<CreditMovement, 'from' | 'to' | 'batchDenom' | 'amount'>): void
  standings(): readonly Standing[]
}

export function openBalances(snapshot: LedgerSnapshot, missing: MissingState): Balances {
  const normalized = new Map<string, string>()
  /** Decoding an address costs more than all else here, and few accounts take part. */
  const accountOf = (address: string): string => {
    const known = normalized.get(address)
    if (known !== undefined) return known
    const account = normalizeAddress(address)
    normalized.set(address, account)
    return account
  }
  const coins = new Map(snapshot.coinBalances.map(({ account, coins }) => [accountOf(account), coins]))
  const credits = new Map<string, Map<string, Held<Credits>>>()
  const creditsOf = (account: string) => getOrSet(credits, account, () => new Map<string, Held<Credits>>())
  for (const { account, batchDenom, tradable } of snapshot.creditBalances)
    creditsOf(accountOf(account)).set(batchDenom, { held: tradable, left: tradable })
  const complete = new Set(snapshot.complete)
  /** What is not in the snapshot is 0 where that holds every balance. */
  const unlisted = complete.has('creditBalances') ? NO_CREDITS : undefined

  const byAccount = new Map<string, Map<string, Writable<Standing>>>()
  const standings: Writable<Standing>[] = []
  const standing = (account: string, denom: string): Writable<Standing> =>
    getOrSet(
      getOrSet(byAccount, accountOf(account), () => new Map<string, Writable<Standing>>()),
      denom,
      () => {
        const opened = { account: accountOf(account), denom, paid: 0n, change: 0n, needed: 0n }
        standings.push(opened)
        return opened
      },
    )
  const changeOf = (account: string, denom: string): bigint =>
    byAccount.get(account)?.get(denom)?.change ?? 0n

  const need = (account: string, { denom, amount }: Coin) => {
    const least = amount - changeOf(accountOf(account), denom)
    if (least <= 0n) return
    const own = standing(account, denom)
    if (least > own.needed) own.needed = least
  }

  const addCredit = (holding: CreditMovement['from'], batchDenom: string, amount: bigint) => {
    if (!isTradable(holding)) return
    const own = creditsOf(accountOf(holding.account))
    const known = own.get(batchDenom) ?? unlisted
    if (known) own.set(batchDenom, { held: known.held, left: (known.left + amount) as Credits })
  }

  return {
    coin(address, denom) {
      const account = accountOf(address)
      const held = coins.get(account)
      if (held === undefined && !complete.has('coinBalances')) {
        missing.add({ kind: 'coin balance', account })
        return null
      }
      const amount = amountOf(held ?? [], denom)
      return { held: amount, left: amount + changeOf(account, denom) }
    },
    credit(address, batchDenom) {
      const account = accountOf(address)
      const known = credits.get(account)?.get(batchDenom) ?? unlisted
      if (known) return known
      missing.add({ kind: 'credit balance', account, batchDenom })
      return null
    },
    need,
    moveCoin({ from, to, denom, amount }) {
      if (from !== null) {
        need(from, { denom, amount })
        const own = standing(from, denom)
        own.paid += amount
        own.change -= amount
      }
      if (to !== null) standing(to, denom).change += amount
    },
    moveCredit({ from, to, batchDenom, amount }) {
      addCredit(from, batchDenom, -amount)
      addCredit(to, batchDenom, amount)
    },
    standings: () => standings,
  }
}

const NO_CREDITS: Held<Credits> = { held: 0n as Credits, left: 0n as Credits }

type Writable<T> = { -readonly [field in keyof T]: T[field] }

function getOrSet<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Only tradable credits can be spent, so only they are followed. */
export const isTradable = (holding: CreditMovement['from']): holding is Holding =>
  holding !== null && 'account' in holding && holding.state === 'tradable'
