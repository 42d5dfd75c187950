import { MODULE_ACCOUNTS } from '../messages/keeper/moduleAccounts.ts'
import type { CreditMovement } from '../messages/ledger.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import { normalizeAddress } from '../primitives/address.ts'
import { amountOf, type Coin } from '../primitives/coin.ts'

/** One coin of one account, before and after, in smallest units. Null: the snapshot does not say. */
export type CoinChange = {
  readonly account: string
  readonly denom: string
  readonly before: bigint | null
  readonly change: bigint
  readonly after: bigint | null
}

/** Credits of one account, batch and state, in millionths, before and after. Null: the snapshot does not say. */
export type CreditChange = {
  readonly account: string
  readonly batchDenom: string
  readonly state: 'tradable' | 'retired' | 'escrowed'
  readonly before: bigint | null
  readonly change: bigint
  readonly after: bigint | null
}

/** What each account has more or less of, coin by coin, gas included. Coins that cancel out are left out. */
export function coinChanges(
  { messages, live: { gas } }: FeePreview,
  snapshot: LedgerSnapshot,
  /** Of a gas fee of several coins, those that the preview did not count. */
  otherGas: readonly Coin[] = [],
): readonly CoinChange[] {
  const changes = tally()
  const gasCoins = [...(gas?.fee == null ? [] : [{ denom: gas.denom, amount: gas.fee }]), ...otherGas]
  if (gas?.payer != null)
    for (const { denom, amount } of gasCoins) {
      changes.add([gas.payer, denom], -amount)
      changes.add([MODULE_ACCOUNTS.fee_collector, denom], amount)
    }
  for (const { from, to, denom, amount } of messages.flatMap(({ movements }) => movements)) {
    if (from !== null) changes.add([from, denom], -amount)
    if (to !== null) changes.add([to, denom], amount)
  }
  return changes.entries().map(([[account = '', denom = ''], change]) => {
    const held = snapshot.coinBalances.find(balance => normalizeAddress(balance.account) === account)
    const before = held === undefined ? unlessComplete(snapshot, 'coinBalances') : amountOf(held.coins, denom)
    return { account, denom, before, change, after: before === null ? null : before + change }
  })
}

/** What credits each account has more or less of, batch by batch, tradable, retired and on sale apart. */
export function creditChanges({ messages }: FeePreview, snapshot: LedgerSnapshot): readonly CreditChange[] {
  const changes = tally()
  for (const { from, to, batchDenom, amount } of messages.flatMap(({ credits }) => credits)) {
    if (isHolding(from)) changes.add([from.account, batchDenom, from.state], -amount)
    if (isHolding(to)) changes.add([to.account, batchDenom, to.state], amount)
  }
  return changes.entries().map(([[account = '', batchDenom = '', state], change]) => {
    const held = snapshot.creditBalances.find(
      balance => normalizeAddress(balance.account) === account && balance.batchDenom === batchDenom,
    )
    const of = state as CreditChange['state']
    const before = held === undefined ? unlessComplete(snapshot, 'creditBalances') : held[of]
    return { account, batchDenom, state: of, before, change, after: before === null ? null : before + change }
  })
}

const unlessComplete = (
  { complete }: LedgerSnapshot,
  table: LedgerSnapshot['complete'][number],
): bigint | null => (complete.includes(table) ? 0n : null)

const isHolding = (
  place: CreditMovement['from'],
): place is Extract<CreditMovement['from'], { account: string }> => place !== null && 'account' in place

/** Sums by account and what is counted, in the order of their first mention. */
function tally() {
  const sums = new Map<string, bigint>()
  return {
    add([account = '', ...what]: readonly string[], amount: bigint): void {
      const key = JSON.stringify([normalizeAddress(account), ...what])
      sums.set(key, (sums.get(key) ?? 0n) + amount)
    },
    entries: (): readonly (readonly [readonly string[], bigint])[] =>
      [...sums]
        .filter(([, sum]) => sum !== 0n)
        .map(([key, sum]) => [JSON.parse(key) as readonly string[], sum] as const),
  }
}
