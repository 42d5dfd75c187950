import type { Catalog } from '../../messages/catalogOf.ts'
import { deadMessage } from '../../messages/deadMessages.ts'
import type {
  Charge,
  CoinMovement,
  CreditMovement,
  Ledger,
  LiveFee,
  Purchase,
  RowKind,
  Rows,
  Settings,
} from '../../messages/ledger.ts'
import { nearestType } from '../../messages/parse/nearestType.ts'
import { type Warning, type WarningCode, type WarningFacts, warning } from '../../messages/warnings.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { formatCoin } from '../../primitives/coin.ts'
import { type Credits, formatCredits } from '../../primitives/credits.ts'
import type { LedgerSnapshot } from '../snapshot.ts'
import { collectMissing, type Missing } from './missing.ts'
import { moveInBasket } from './moveInBasket.ts'
import { type Balances, isTradable, openBalances } from './runningBalances.ts'
import { idOf, openTables, type Tables } from './tables.ts'

/** What one message did while it was previewed. */
export type MessageRecord = {
  /** True while what is warned of would not stop the transaction: the message is tried inside of a proposal. */
  lenient: boolean
  /** False once it takes coins and it is not known how many. */
  priced: boolean
  readonly warnings: Warning[]
  /** What was warned of already, as text. */
  readonly said: Set<string>
  readonly live: LiveFee[]
  readonly purchases: Purchase[]
  readonly movements: CoinMovement[]
  readonly credits: CreditMovement[]
  readonly charges: Charge[]
}

export const emptyRecord = (): MessageRecord => ({
  lenient: false,
  priced: true,
  warnings: [],
  said: new Set(),
  live: [],
  purchases: [],
  movements: [],
  credits: [],
  charges: [],
})

/** A snapshot that the messages of one transaction work on, each on what the one before it left. */
export type WorkingLedger = {
  readonly snapshot: LedgerSnapshot
  readonly catalog: Catalog
  readonly tables: Tables
  readonly balances: Balances
  readonly missing: () => readonly Missing[]
  readonly addMissing: (missing: Missing) => void
}

export function openLedger(snapshot: LedgerSnapshot, catalog: Catalog): WorkingLedger {
  const missing = collectMissing()
  return {
    snapshot,
    catalog,
    tables: openTables(snapshot, missing),
    balances: openBalances(snapshot, missing),
    missing: missing.list,
    addMissing: missing.add,
  }
}

/** Puts a warning on a record, unless it says the same already. */
export function warn<C extends WarningCode>(record: MessageRecord, code: C, facts: WarningFacts<C>): void {
  const text = JSON.stringify([code, facts])
  if (record.said.has(text)) return
  record.said.add(text)
  const made = warning(code, facts)
  record.warnings.push(record.lenient ? { ...made, blocks: false } : made)
}

/** Warns of a type of Regen's own modules that the chain does not have: all there are are in the catalog, or known to be dead. */
export function warnOfType(typeUrl: string, record: MessageRecord, catalog: Catalog): void {
  if (!typeUrl.startsWith('/regen.')) return
  if (catalog.typeOf(typeUrl) !== undefined || deadMessage(typeUrl) !== undefined) return
  warn(record, 'MESSAGE_MISSPELT', { typeUrl, near: nearestType(typeUrl, catalog) })
}

/** The working ledger as one message sees it: what it does goes onto its record. */
export function ledgerFor(
  record: MessageRecord,
  working: WorkingLedger,
  knobs: M013Policy,
  inner: Ledger['inner'],
): Ledger {
  const { snapshot, catalog, tables, balances } = working
  const say: Ledger['warn'] = (code, facts) => warn(record, code, facts)

  const spend = (account: string, batchDenom: string, amount: Credits): void => {
    const own = balances.credit(account, batchDenom)
    if (own === null) say('STATE_UNKNOWN', { what: `balance of ${account} in batch`, id: batchDenom })
    else if (own.left < amount)
      say('CREDITS_TOO_LOW', { account, batchDenom, ...lacking(own, amount, formatCredits) })
  }

  return {
    knobs,
    time: snapshot.time,
    warn: say,
    requireType: typeUrl => warnOfType(typeUrl, record, catalog),
    look<K extends RowKind>(kind: K, id: string): Rows[K] | null {
      const row = tables.find(kind, id)
      if (row === 'absent' && kind === 'sell order') say('ORDER_MISSING', { orderId: id })
      else if (row === 'absent') say('NOT_FOUND', { what: kind, id })
      if (row === 'unknown') say('STATE_UNKNOWN', { what: kind, id })
      return row === 'absent' || row === 'unknown' ? null : row
    },
    find: (kind, id) => tables.find(kind, id),
    search: (kind, matches) => tables.rows(kind).find(matches) ?? null,
    knowsAll: kind => tables.isComplete(kind),
    add: (kind, row) => tables.set(kind, idOf(kind, row), row),
    change(kind, id, change) {
      const row = tables.find(kind, id)
      if (row === 'absent' || row === 'unknown') return
      tables.set(kind, id, change === null ? null : { ...row, ...change })
    },
    nextId(kind, prefix, family = prefix) {
      const id = tables.nextId(kind, prefix, family)
      if (id === null && kind !== 'sell order' && kind !== 'proposal')
        say('STATE_UNKNOWN', { what: `number of the new ${kind}`, id: prefix })
      return id
    },
    setting<K extends keyof Settings>(name: K) {
      const value = snapshot.settings[name]
      if (value !== undefined && value !== 'unknown') return { value: value as Settings[K] }
      working.addMissing({ kind: 'setting', id: name })
      return null
    },
    moveCredits(movement) {
      const { from, batchDenom, amount } = movement
      if (isTradable(from)) spend(from.account, batchDenom, amount)
      balances.moveCredit(movement)
      moveInBasket(movement, tables)
      record.credits.push(movement)
    },
    moveCoins(movement) {
      // Below zero nothing moves either: the chain refuses such an amount.
      if (movement.amount <= 0n) return
      balances.moveCoin(movement)
      record.movements.push(movement)
    },
    requireBalance(account, coin) {
      balances.need(account, coin)
      const { denom } = coin
      const own = balances.coin(account, denom)
      if (own === null) say('STATE_UNKNOWN', { what: 'coin balance of', id: account })
      else if (own.left < coin.amount)
        say('BALANCE_TOO_LOW', {
          account,
          ...lacking(own, coin.amount, amount => formatCoin({ denom, amount })),
        })
    },
    charge: charge => record.charges.push(charge),
    liveFee: fee => {
      if (fee.amount > 0n) record.live.push(fee)
    },
    purchase: purchase => record.purchases.push(purchase),
    unpriced: () => {
      record.priced = false
    },
    inner,
  }
}

/** What is needed and what is left for it; `held`, what the account holds, where that is another amount. */
function lacking<Amount extends bigint>(
  { held, left }: { readonly held: Amount; readonly left: Amount },
  needed: Amount,
  text: (amount: Amount) => string,
) {
  const available = left < 0n ? (0n as Amount) : left
  const facts = { needed: text(needed), available: text(available) }
  return available === held ? facts : { ...facts, held: text(held) }
}
