import type { BlockSource, ChainBlock } from '../indexer/chain/chainBlock.ts'
import { chooseSource } from '../indexer/chain/chooseSource.ts'
import { readNodeRange } from '../indexer/chain/nodeRange.ts'
import { readBlocks } from '../indexer/chain/readBlocks.ts'
import { toActivity } from '../node/history/toActivity.ts'
import { type Clock, systemClock } from '../node/rpc/clock.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { CALL_ABORTED, CHAIN_MISMATCH } from '../primitives/errorTable.ts'
import type { Alert, Finding } from './alert.ts'
import { countRefusals } from './countRefusals.ts'
import { emptyMarket, findInMarket } from './marketFindings.ts'
import { type Socket, wakeAtNewBlocks } from './newBlocks.ts'
import { type ChainState, readChainState } from './readChainState.ts'
import { DEFAULT_WATCH_RULES, type WatchRules } from './rules.ts'
import { feeChanges, findInState } from './stateFindings.ts'

/** Which blocks are watched, how often the state is looked at, and by which rules. */
export type WatchOptions = {
  /** The first block that is looked at. Default: the next one. Earlier ones fill the averages. */
  readonly from?: bigint
  /** The last block; then the watch ends. Default: never. */
  readonly to?: bigint
  /** Blocks from one look at validators, orders, fees and proposals to the next. Default: 50. */
  readonly stateEvery?: number
  /** Milliseconds between two looks for a new block where nothing tells of it. Default: 5,000. */
  readonly pollMs?: number
  /** Refusals in a row after which the watch ends: WATCH_REFUSED. Failures that can heal are not counted. Default: 10. */
  readonly refusals?: number
  /** Opens a WebSocket to the node's /websocket. Default: none, the node is asked. */
  readonly openSocket?: () => Socket
  readonly clock?: Clock
  readonly signal?: AbortSignal
}

/** Blocks that are read at once when the watch is behind. */
const BLOCKS_AT_ONCE = 20n

/**
 * Watches a chain, and gives an alert for each thing that the rules say people should look at: in every new block, and from time to time in its validators,
 * orders, fees and proposals. What lasts is told once, when it begins.
 *
 * Each block is looked at once and in order, whatever connections are lost: a node that does not answer, or refuses to, is NODE_LOST, and from then on asked until it answers
 * (NODE_BACK). One that answers and refuses, such as blocks that it has thrown away, is asked `refusals` times: WATCH_REFUSED. A node of another chain, and an
 * answer that cannot be, end the watch with their error.
 *
 * @example
 * const regen = await connectRegen('https://regen-rpc.publicnode.com')
 * for await (const { code, severity, facts } of watch(regen)) console.log(severity, code, facts)
 */
export async function* watch(
  { rpc }: { readonly rpc: Pick<Rpc, 'call' | 'abciQuery'> },
  rules: WatchRules = DEFAULT_WATCH_RULES,
  {
    from,
    to,
    stateEvery = 50,
    pollMs = 5_000,
    refusals = 10,
    openSocket,
    clock = systemClock,
    signal,
  }: WatchOptions = {},
): AsyncGenerator<Alert, void, undefined> {
  const chain = { port: rpc, signal }
  const failures = countRefusals(refusals)
  const wakes = wakeAtNewBlocks({ clock, pollMs, openSocket: openSocket ?? null, signal })
  const market = emptyMarket()
  const lasting = lastingFindings()
  let chainId: string | null = null
  let next = from ?? null
  let source: BlockSource | null = null
  let state: ChainState | null = null
  let lookAt = 0n
  let lost = false
  let last: Seen = { height: null, time: null }

  /** Alerts of the blocks that are there, and where to go on. */
  async function look(): Promise<{ readonly alerts: readonly Alert[]; readonly isBehind: boolean }> {
    const node = await readNodeRange(chain)
    if (chainId !== null && node.chainId !== chainId)
      throw new RegenError(CHAIN_MISMATCH, { expected: chainId, got: node.chainId })
    const end = to !== undefined && to < node.height ? to : node.height
    next ??= node.height
    const first = next
    if (first > end) return { alerts: [], isBehind: false }
    const upTo = first + BLOCKS_AT_ONCE - 1n < end ? first + BLOCKS_AT_ONCE - 1n : end
    const by: BlockSource = source ?? (await chooseSource(chain, first))
    const blocks = await readBlocks(chain, by, { from: first, to: upTo }, node.chainId)
    const newest = blocks.at(-1) as ChainBlock
    const looks = upTo === end && newest.height >= lookAt
    const now = looks ? await readChainState({ ...chain, height: newest.height }, newest.time) : null
    // Nothing fails from here on: what was read is told once, and not read again.
    const alerts = blocks.flatMap(block => {
      const activity = block.txs.flatMap(
        ({ hash, events }) => toActivity([{ ...block, hash, events }]).activity,
      )
      return activity.flatMap(item =>
        findInMarket(market, item, rules).map(finding => alertAt(finding, block)),
      )
    })
    if (now !== null) {
      const begun = lasting([...findInState(now, rules)])
      alerts.push(...[...feeChanges(state, now), ...begun].map(finding => alertAt(finding, newest)))
      state = now
      lookAt = newest.height + BigInt(stateEvery)
    }
    chainId = node.chainId
    source = by
    next = upTo + 1n
    last = { height: newest.height, time: newest.time }
    return { alerts, isBehind: upTo < end }
  }

  try {
    for (;;) {
      if (signal?.aborted) throw new RegenError(CALL_ABORTED, { method: 'watching', by: 'signal' })
      let isBehind = false
      try {
        const found = await look()
        isBehind = found.isBehind
        if (lost) yield alertAt(nodeBack(next), last)
        lost = false
        failures.answered()
        yield* found.alerts
      } catch (error) {
        if (signal?.aborted) throw error
        const refuses = failures.failed(error, next)
        if (!lost) yield alertAt(nodeLost(error, refuses), last)
        lost = true
      }
      if (to !== undefined && next !== null && next > to) return
      if (!isBehind) await wakes.next()
    }
  } finally {
    wakes.close()
  }
}

/** The newest block that was looked at; null before the first. */
type Seen = Pick<Alert, 'height' | 'time'>

const alertAt = (finding: Finding, { height, time }: Seen): Alert => ({ ...finding, height, time }) as Alert

const nodeLost = (error: unknown, refuses: boolean): Finding => ({
  code: 'NODE_LOST',
  severity: 'warning',
  subject: 'node',
  facts: { reason: isRegenError(error) ? error.code : 'unknown', refuses },
})

const nodeBack = (next: bigint | null): Finding => ({
  code: 'NODE_BACK',
  severity: 'notice',
  subject: 'node',
  facts: { next },
})

/** Of what is so now, what was not so at the last look: what lasts is told when it begins, and again when it comes back. */
export function lastingFindings(): (now: readonly Finding[]) => readonly Finding[] {
  let before = new Set<string>()
  return now => {
    const keyOf = ({ code, subject }: Finding) => `${code} ${subject}`
    const begun = now.filter(finding => !before.has(keyOf(finding)))
    before = new Set(now.map(keyOf))
    return begun
  }
}
