import { originId } from '../messages/keeper/bridge.ts'
import { grantId } from '../messages/keeper/grants.ts'
import type { Basket, CreditClass } from '../messages/ledger.ts'
import type { NodeStatus } from '../node/decode/blocks/status.ts'
import { toTradeSample } from '../node/history/toTradeSamples.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import { parseTime } from '../primitives/time.ts'
import type { Answers } from './answers.ts'
import { noCredits } from './requests/balanceRequests.ts'
import type { Plan } from './requests/request.ts'

const UNKNOWN_SETTINGS: LedgerSnapshot['settings'] = {
  feeParams: 'unknown',
  classFee: 'unknown',
  basketFee: 'unknown',
  allowedDenoms: 'unknown',
  bridgeChains: 'unknown',
  classCreators: 'unknown',
}

/** Puts what was found together to a snapshot. What was not found is unknown. Rows are in the order of their ids. */
export function assemble(
  answers: readonly Answers[],
  { chainId, height, time }: Pick<NodeStatus, 'chainId' | 'height' | 'time'>,
  plan: Pick<Plan, 'isPriced' | 'timeOf'>,
): LedgerSnapshot {
  const rows = <Row>(rowsOf: (found: Answers) => readonly Row[] | undefined) =>
    answers.flatMap(found => rowsOf(found) ?? [])
  const first = <Value>(pick: (found: Answers) => Value | undefined) =>
    answers.map(pick).find(value => value !== undefined)
  const age = first(({ age }) => age)
  const batches = byId(
    rows(({ batches }) => batches),
    ({ denom }) => denom,
  )
  return {
    chainId,
    height,
    time,
    ...(age && { age }),
    gasPrices: first(({ gasPrices }) => gasPrices) ?? 'unknown',
    settings: Object.assign(
      {},
      UNKNOWN_SETTINGS,
      ...answers.map(({ settings }) => settings),
      classCreators(
        first(({ allowlist }) => allowlist),
        first(({ classCreators }) => classCreators),
      ),
    ),
    creditTypes: byId(
      rows(({ creditTypes }) => creditTypes),
      ({ abbreviation }) => abbreviation,
    ).map(({ abbreviation, name }) => ({ abbreviation, name })),
    creditClasses: creditClasses(
      answers,
      rows(({ creditClasses }) => creditClasses),
    ),
    projects: byId(
      rows(({ projects }) => projects),
      ({ id }) => id,
    ).map(({ id, classId, admin, referenceId }) => ({ id, classId, admin, referenceId })),
    batches: batches.map(({ denom, projectId, issuer, open, startDate }) => ({
      denom,
      projectId,
      issuer,
      open,
      startDate,
    })),
    sellOrders: byId(
      rows(({ sellOrders }) => sellOrders),
      ({ id }) => id,
    ).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)),
    baskets: baskets(answers),
    ...some(
      'proposals',
      byId(
        rows(({ proposals }) => proposals),
        ({ id }) => id,
      ),
    ),
    ...some(
      'grants',
      byId(
        rows(({ grants }) => grants),
        grantId,
      ),
    ),
    ...some(
      'bridgedBatches',
      byId(
        rows(({ bridgedBatches }) => bridgedBatches),
        ({ batchDenom }) => batchDenom,
      ),
    ),
    ...some(
      'originTxs',
      byId(
        rows(({ originTxs }) => originTxs),
        originId,
      ),
    ),
    creditBalances: creditBalances(
      answers,
      batches.map(({ denom }) => denom),
    ),
    coinBalances: byId(
      rows(({ coinBalance }) => coinBalance && [coinBalance]),
      ({ account }) => account,
    ),
    trades: trades(answers, plan),
    statedPrices: [],
    complete: [...new Set(rows(({ complete }) => (complete === undefined ? [] : [complete])))].sort(),
    absent: [...new Set(rows(({ absent }) => (absent === undefined ? [] : [absent])))].sort(),
  }
}

/** A table that is there only when something of it was asked for and found. */
const some = <Name extends string, Row>(
  name: Name,
  found: readonly Row[],
): { readonly [name in Name]?: readonly Row[] } =>
  (found.length === 0 ? {} : { [name]: found }) as { readonly [name in Name]?: readonly Row[] }

/** Rows in the order of their ids, each id once: a row may be found by itself and in a list. */
function byId<Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[] {
  const found = new Map(rows.map(row => [idOf(row), row]))
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Null for everybody; nothing where one of the two answers is not there. */
const classCreators = (allowlist: boolean | undefined, creators: readonly string[] | undefined) =>
  allowlist === undefined || creators === undefined ? {} : { classCreators: allowlist ? creators : null }

function creditClasses(
  answers: readonly Answers[],
  classes: NonNullable<Answers['creditClasses']>,
): readonly CreditClass[] {
  const issuersOf = new Map(
    answers.flatMap(({ issuers }) => (issuers ? [[issuers.classId, issuers.issuers] as const] : [])),
  )
  return byId(classes, ({ id }) => id).map(({ id, admin, creditType }) => ({
    id,
    admin,
    creditType,
    issuers: issuersOf.get(id) ?? null,
  }))
}

/** A basket of a list is a row without classes until it has been asked for by its denom. */
function baskets(answers: readonly Answers[]): readonly Basket[] {
  const heldBy = new Map(
    answers.flatMap(({ basketBalances: of }) => (of ? [[of.denom, of.balances] as const] : [])),
  )
  const listed = answers.flatMap(({ basketSummaries = [] }) =>
    basketSummaries.map(summary => ({ ...summary, allowedClasses: [] })),
  )
  const asked = answers.flatMap(({ basket }) => basket ?? [])
  return byId([...listed, ...asked], ({ denom }) => denom).map(basket => ({
    ...basket,
    balances: heldBy.get(basket.denom) ?? null,
  }))
}

/** Where all credits of an account were found, it has none of every other batch. */
function creditBalances(
  answers: readonly Answers[],
  batchDenoms: readonly string[],
): LedgerSnapshot['creditBalances'] {
  const none = answers.flatMap(({ wholeCredits: account }) =>
    account === undefined ? [] : batchDenoms.map(batchDenom => noCredits(account, batchDenom)),
  )
  const found = answers.flatMap(({ creditBalances = [] }) => creditBalances)
  return byId([...none, ...found], ({ account, batchDenom }) => `${account} ${batchDenom}`)
}

/**
 * Purchases whose block time is known and whose price is wanted, the oldest first; the times of later blocks are not asked for. A new block
 * moves the pages of a search on, so that a transaction can be on two of them.
 */
const trades = (
  answers: readonly Answers[],
  { isPriced, timeOf }: Pick<Plan, 'isPriced' | 'timeOf'>,
): LedgerSnapshot['trades'] =>
  [...new Map(answers.flatMap(({ purchases = [] }) => purchases).map(tx => [tx.hash, tx])).values()]
    .reverse()
    .flatMap(tx => {
      const time = timeOf(tx.height)
      if (time === undefined) return []
      const { seconds } = parseTime(time)
      return tx.trades
        .filter(trade => isPriced(trade.classId))
        .map(trade => toTradeSample({ ...trade, time: seconds }))
    })
