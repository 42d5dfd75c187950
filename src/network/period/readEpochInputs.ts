import type { Rates, TradeSample } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { HistoricOddity } from '../../node/history/activity.ts'
import { readBurns, readIssued } from '../../node/read/burns.ts'
import { readValidatorMetrics } from '../../node/read/m014.ts'
import { readPeriodHistory } from '../../node/read/m015.ts'
import { readStatus, requireChain } from '../../node/read/node.ts'
import type { Blocks, ChainAt } from '../../node/read/txSearch.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { type ReferencePrices, withReferencePrices } from '../../preview/input/referencePrices.ts'
import { formatSeconds, formatTime, parseTime, WEEK } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { takeSnapshot } from '../../snapshot/takeSnapshot.ts'
import { worthAt } from '../views/worth.ts'
import { type PeriodBlocks, readPeriodBlocks } from './periodBlocks.ts'
import { type ChainInputs, toEpochInputs } from './toEpochInputs.ts'

/** Which period of which chain, and what the chain does not know. */
export type EpochInputOptions = {
  /** Default: the readings of the specification. Its sources of prices are asked. */
  readonly policy?: PolicyConfig
  /** How long each period is, in seconds, and how many there are; the last one ends with the newest block. Default: one of seven days. */
  readonly periodSeconds?: bigint
  readonly periods?: number
  /** uregen for one smallest unit of other denoms. */
  readonly rates?: Rates
  /** Prices for a whole credit, by class: { C01: '25000000uregen' }. */
  readonly prices?: { readonly [classId: string]: string }
  /** Prices that governance or an outside market states, by class and by credit type. */
  readonly references?: readonly ReferencePrices[]
  /** The trades that tell prices, such as those of an index, in place of those that the node is asked for. */
  readonly trades?: readonly TradeSample[]
  /** The platforms that governance has registered: who facilitated is who the memo names and is among them. */
  readonly platforms?: readonly string[]
  /** The accounts of the validators that serve, for their uptime and votes; the others are not measured. */
  readonly validators?: readonly string[]
  /** The phases that the periods start in, as in `readEpochState`. With `today` x/mint issues: the node needs the state of each period's ends. */
  readonly phases?: 'running' | 'today'
  /** A node of another chain is refused. */
  readonly chainId?: string
  readonly signal?: AbortSignal
}

/** The inputs of the periods, the earliest first, and where they were read. */
export type ReadEpochInputs = {
  readonly chainId: string
  /** When the first period starts: whole seconds, RFC 3339. */
  readonly start: string
  readonly period: PeriodBlocks
  readonly periods: readonly ChainInputs[]
  /** Events that are counted nowhere. */
  readonly oddities: readonly HistoricOddity[]
}

/**
 * Reads what happened on a chain as the inputs of `runEpoch`: charged acts, who is credited, the platform that a memo names, votes and
 * proposals, and what validators did.
 *
 *     the last period     ends with the second of the newest block; each is `periodSeconds` long
 *
 * Credits are worth what they are at the newest block, by the policy's sources; validators are measured there, and count in the last period.
 * Fees are what the policy charges: `runEpoch` computes them. What the chain itself took is `paid`, and what it burned is `otherBurns`. What x/mint
 * issued is `inflation` with phases `today`; as if the mechanisms ran it issues nothing. A fee router of the chain counts what it is told, and names no
 * payer: what it counted is in `readNetwork`.
 *
 * @example
 * const regen = await connectRegen('https://regen-rpc.publicnode.com')
 * const { start, periods } = await readEpochInputs(regen.rpc)
 */
export async function readEpochInputs(
  rpc: Pick<Rpc, 'call' | 'abciQuery' | 'stats'>,
  options: EpochInputOptions = {},
): Promise<ReadEpochInputs> {
  const { policy = DEFAULT_POLICY, periodSeconds = WEEK, periods: count = 1, signal } = options
  const status = await readStatus(rpc, signal)
  requireChain(status, options.chainId)
  const { chainId, height, time } = status
  const ledger = { port: rpc, height, signal }
  const end = parseTime(time).seconds + 1n
  const first = end - periodSeconds * BigInt(count)
  const from = formatTime({ seconds: first - 1n, nanos: 999_999_999 })
  const period = await readPeriodBlocks(ledger, { from, to: time })
  const last = { from: formatSeconds(end - periodSeconds), to: time }
  const starts = Array.from({ length: count }, (_, index) => first + periodSeconds * BigInt(index))
  const [history, burns, measured, { snapshot }] = await Promise.all([
    readPeriodHistory(ledger, period.blocks),
    readBurns(ledger, period.blocks),
    readValidatorMetrics(ledger, last),
    takeSnapshot(rpc, 'everything', { chainId, height, policy, ...(signal && { signal }) }),
  ])
  const priced = { ...snapshot, trades: options.trades ?? snapshot.trades }
  const { worth } = worthAt(withReferencePrices(priced, options.references ?? []), policy, options)
  const platforms = new Set(options.platforms ?? [])
  const serving = new Set(options.validators ?? [])
  const blocks = options.phases === 'today' ? await readBlocksOf(ledger, starts, time) : []
  const issued = await Promise.all(blocks.map(part => readIssued(ledger, part, burns)))
  return {
    chainId,
    start: formatSeconds(first),
    period,
    periods: starts.map((from, index) =>
      toEpochInputs(
        history,
        { from, to: from + periodSeconds },
        {
          worth,
          policy,
          platforms,
          burns,
          issued: issued[index] ?? (0n as Uregen),
          measured:
            index === count - 1 ? measured.filter(({ validator }) => serving.has(validator.account)) : [],
        },
      ),
    ),
    oddities: history.oddities,
  }
}

/** The blocks of each period, which follow one another. */
async function readBlocksOf(
  chain: ChainAt,
  starts: readonly bigint[],
  time: string,
): Promise<readonly Blocks[]> {
  const firsts = await Promise.all(
    starts.map(async start => {
      const from = formatTime({ seconds: start - 1n, nanos: 999_999_999 })
      return (await readPeriodBlocks(chain, { from, to: time })).blocks.from
    }),
  )
  return firsts.map((from, index) => ({ from, to: (firsts[index + 1] ?? chain.height + 1n) - 1n }))
}
