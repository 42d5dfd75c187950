import type { EpochState } from '../../epoch/state/epochState.ts'
import { parseEpochState } from '../../epoch/state/parseEpochState.ts'
import { termEndOf } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import type { Category } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { toActivity } from '../../node/history/toActivity.ts'
import { readCommunityPool, readSupplyOf } from '../../node/read/bank.ts'
import { readBurns } from '../../node/read/burns.ts'
import { readProposals } from '../../node/read/governance.ts'
import { readSupplyState } from '../../node/read/m012.ts'
import { readStatus, requireChain } from '../../node/read/node.ts'
import { readValidators } from '../../node/read/staking.ts'
import { type Blocks, type ChainAt, readBlockTimes, searchAllTxs } from '../../node/read/txSearch.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { amountOf } from '../../primitives/coin.ts'
import { nanosecondsOf, parseTime } from '../../primitives/time.ts'

/** Where a replay starts, and what the chain does not know. */
export type EpochStateOptions = {
  /** When the first period starts (RFC 3339): `start` of `readEpochInputs`. Default: the newest block's time. */
  readonly time?: string
  /** The blocks that are replayed from here: `period.blocks` of `readEpochInputs`. */
  readonly blocks?: Blocks
  /**
   * At which block the state is read. Default: the newest, with what the replayed blocks burned added to the supply, since a replay burns it again;
   * what x/mint issued in them stays in it. With phases `today`: the block before them. Most nodes have thrown older states away, which is an error.
   */
  readonly height?: bigint
  /** The phases to start in. Default: as if all four mechanisms ran. `today`: as they are, which is that none has started. */
  readonly phases?: 'running' | 'today'
  /** Which bonded validators serve, and in which category: their accounts (regen1…). Categories are not on chain; who is not named does not serve. */
  readonly categories?: { readonly [account: string]: Category }
  /** Default: the readings of the specification. Its terms are those of the validators, its basis that of the supply. */
  readonly policy?: PolicyConfig
  /** A node of another chain is refused. */
  readonly chainId?: string
  readonly signal?: AbortSignal
}

const RUNNING = {
  m012: { phase: 'DYNAMIC' },
  m013: { phase: 'VALUE_BASED' },
  m014: 3,
  m015: 'DISTRIBUTING',
} as const

/**
 * Reads the state of a chain as `runEpoch` starts from it: the supply and what is staked, the community pool, validators that are named, and
 * who has voted before on proposals whose vote is still open, so that a vote counts once.
 *
 * @example
 * const { start, period, periods } = await readEpochInputs(regen.rpc)
 * let state = await readEpochState(regen.rpc, { time: start, blocks: period.blocks })
 * for (const { inputs } of periods) state = runEpoch(state, inputs, DEFAULT_POLICY).state
 */
export async function readEpochState(
  rpc: Pick<Rpc, 'call' | 'abciQuery'>,
  options: EpochStateOptions = {},
): Promise<EpochState> {
  const { signal, policy = DEFAULT_POLICY, phases = 'running', categories = {} } = options
  const status = await readStatus(rpc, signal)
  requireChain(status, options.chainId)
  const time = options.time ?? status.time
  const newest = { port: rpc, height: status.height, signal }
  const { blocks } = options
  const start = phases === 'today' && blocks ? lastBefore(blocks) : status.height
  const ledger = { ...newest, height: options.height ?? start }
  const [burned, supply, bank, pool, bonded, votes] = await Promise.all([
    blocks && ledger.height === status.height ? readBurnedUregen(newest, blocks) : 0n,
    readSupplyState(ledger, policy.m012.supplyBasis),
    readSupplyOf(ledger, 'uregen'),
    readCommunityPool(ledger),
    readValidators(ledger, 'bonded'),
    readVotesBefore(newest, time),
  ])
  const serving = bonded.filter(({ account }) => Object.hasOwn(categories, account))
  return parseEpochState({
    time,
    supply: {
      supply: supply.supply + burned,
      staked: supply.staked,
      bankLessSupply: `${bank.amount - supply.supply}`,
    },
    pools: { community: { coins: pool } },
    validators: serving.map(({ account }) => ({
      address: account,
      category: categories[account],
      status: 'ACTIVE',
      termStart: time,
      termEnd: termEndOf(time, policy.m014),
    })),
    rewards: votes.length === 0 ? {} : { votes },
    ...(phases === 'running' && { phases: RUNNING }),
  })
}

const lastBefore = ({ from }: Blocks): bigint => (from > 1n ? from - 1n : 1n)

const readBurnedUregen = async (chain: ChainAt, blocks: Blocks): Promise<bigint> =>
  (await readBurns(chain, blocks)).reduce((sum, { coins }) => sum + amountOf(coins, 'uregen'), 0n)

/** Who had voted by a time on proposals whose vote was open then. */
async function readVotesBefore(chain: ChainAt, time: string) {
  const now = nanosecondsOf(time)
  const open = (await readProposals(chain)).filter(
    ({ votingStart, votingEnd }) =>
      votingStart !== null &&
      votingEnd !== null &&
      nanosecondsOf(votingStart) < now &&
      nanosecondsOf(votingEnd) > now,
  )
  const voted = await Promise.all(
    open.map(async ({ id }) => {
      const found = await searchAllTxs(chain, `proposal_vote.proposal_id='${id}'`, {
        from: 1n,
        to: chain.height,
      })
      const { activity } = toActivity(await readBlockTimes(chain, found))
      return activity.flatMap(item =>
        item.kind === 'vote' && item.proposalId === id && item.time < parseTime(time).seconds
          ? [{ proposalId: id, voter: item.voter, time: item.time }]
          : [],
      )
    }),
  )
  return voted.flat()
}
