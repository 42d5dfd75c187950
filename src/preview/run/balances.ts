import type { CoinMovement, CreditMovement, Holding } from '../../messages/ledger.ts'
import { normalizeAddress } from '../../primitives/address.ts'
import { amountOf, type Coin } from '../../primitives/coin.ts'
import type { Credits } from '../../primitives/credits.ts'
import type { LedgerSnapshot } from '../snapshot.ts'
import type { MissingState } from './missing.ts'

/** How an account stands in one denom against where it began: what it paid, its change, and the most it had to hold. */
export type Standing = {
  readonly account: string
  readonly denom: string
  readonly paid: bigint
  readonly change: bigint
  readonly needed: bigint
}

/** Coins and credits of a snapshot, as messages move them one after the other. Null: the snapshot does not say. */
export type Balances = {
  coin(account: string, denom: string): bigint | null
  credit(account: string, batchDenom: string): Credits | null
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
    const known = normalized.get(address) ?? normalizeAddress(address)
    normalized.set(address, known)
    return known
  }
  const coins = new Map(snapshot.coinBalances.map(({ account, coins }) => [accountOf(account), coins]))
  const credits = new Map(
    snapshot.creditBalances.map(({ account, batchDenom, tradable }) => [
      `${accountOf(account)} ${batchDenom}`,
      tradable as bigint,
    ]),
  )
  const complete = new Set(snapshot.complete)
  const changes = new Map<string, Standing>()

  const standing = (account: string, denom: string): Standing =>
    changes.get(`${accountOf(account)} ${denom}`) ?? {
      account: accountOf(account),
      denom,
      paid: 0n,
      change: 0n,
      needed: 0n,
    }
  const update = (account: string, denom: string, next: Partial<Standing>) =>
    changes.set(`${accountOf(account)} ${denom}`, { ...standing(account, denom), ...next })

  const need = (account: string, { denom, amount }: Coin) => {
    const { change, needed } = standing(account, denom)
    if (amount - change > needed) update(account, denom, { needed: amount - change })
  }

  const addCredit = (holding: CreditMovement['from'], batchDenom: string, amount: bigint) => {
    if (!isTradable(holding)) return
    const key = `${accountOf(holding.account)} ${batchDenom}`
    const known = credits.get(key) ?? (complete.has('creditBalances') ? 0n : undefined)
    if (known !== undefined) credits.set(key, known + amount)
  }

  return {
    coin(account, denom) {
      const held = coins.get(accountOf(account))
      if (held === undefined && !complete.has('coinBalances')) {
        missing.add({ kind: 'coin balance', account: accountOf(account) })
        return null
      }
      return amountOf(held ?? [], denom) + standing(account, denom).change
    },
    credit(account, batchDenom) {
      const known = credits.get(`${accountOf(account)} ${batchDenom}`)
      if (known !== undefined) return known as Credits
      if (complete.has('creditBalances')) return 0n as Credits
      missing.add({ kind: 'credit balance', account: accountOf(account), batchDenom })
      return null
    },
    need,
    moveCoin({ from, to, denom, amount }) {
      if (from !== null) {
        need(from, { denom, amount })
        const { paid, change } = standing(from, denom)
        update(from, denom, { paid: paid + amount, change: change - amount })
      }
      if (to !== null) update(to, denom, { change: standing(to, denom).change + amount })
    },
    moveCredit({ from, to, batchDenom, amount }) {
      addCredit(from, batchDenom, -amount)
      addCredit(to, batchDenom, amount)
    },
    standings: () => [...changes.values()],
  }
}

/** Only tradable credits can be spent, so only they are followed. */
export const isTradable = (holding: CreditMovement['from']): holding is Holding =>
  holding !== null && 'account' in holding && holding.state === 'tradable'
