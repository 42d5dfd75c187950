import * as z from 'zod/mini'
import { amountOf, type Coin } from '../../primitives/coin.ts'
import { parseResponse, TimeText, WholeAmount } from '../../primitives/schemas.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { readSupplyOf } from './bank.ts'
import { readBlockResults } from './blocks.ts'
import { movementsIn } from './proposalPayments.ts'
import { type Blocks, type ChainAt, readBlockTimes, searchAllTxs } from './txSearch.ts'

/** Coins that ceased to be: in a transaction, or by a block itself, as a deposit that is forfeited at the end of a vote. */
export type Burn = {
  /** Block time, RFC 3339. */
  readonly time: string
  readonly height: bigint
  /** Null where the block did it. */
  readonly txHash: string | null
  /** The account that burned them: a module's. */
  readonly burner: string
  readonly coins: readonly Coin[]
}

const EVENT = 'burn.burner EXISTS'
const BLOCKS_PER_PAGE = 100

const FoundJson = z.object({
  blocks: z.array(
    z.object({ block: z.object({ header: z.object({ height: WholeAmount, time: TimeText }) }) }),
  ),
  total_count: WholeAmount,
})

/**
 * Every burn of the bank in some blocks, of every denom.
 *
 * @example
 * const burns = await readBurns(chain, { from: 100n, to: 200n })
 */
export async function readBurns(chain: ChainAt, blocks: Blocks): Promise<readonly Burn[]> {
  if (blocks.to < blocks.from) return []
  const [txs, found] = await Promise.all([
    searchAllTxs(chain, EVENT, blocks).then(txs => readBlockTimes(chain, txs)),
    searchBlocks(chain, blocks),
  ])
  const inTxs = txs.flatMap(({ hash, height, time, events }) =>
    burnsIn(events).map((burn): Burn => ({ time, height, txHash: hash.toUpperCase(), ...burn })),
  )
  const byBlocks = await Promise.all(
    found.map(async ({ height, time }) => {
      const { events } = await readBlockResults(chain, height)
      return burnsIn(events).map((burn): Burn => ({ time, height, txHash: null, ...burn }))
    }),
  )
  return [...inTxs, ...byBlocks.flat()].sort((a, b) => Number(a.height - b.height))
}

const burnsIn = (events: Parameters<typeof movementsIn>[0]): readonly Pick<Burn, 'burner' | 'coins'>[] =>
  movementsIn(events).flatMap(({ from, to, coins }) =>
    from !== null && to === null ? [{ burner: from, coins }] : [],
  )

/** Blocks that burned something by themselves: in no transaction, so only the index of blocks has them. */
async function searchBlocks({ port, signal }: ChainAt, { from, to }: Blocks) {
  const query = `${EVENT} AND block.height>=${from} AND block.height<=${to}`
  const page = async (number: number) => {
    const params = { query, page: `${number}`, per_page: `${BLOCKS_PER_PAGE}`, order_by: 'asc' }
    return parseResponse(FoundJson, 'block_search', await port.call('block_search', params, signal))
  }
  const first = await page(1)
  const found = [first.blocks]
  for (let number = 2; BigInt((number - 1) * BLOCKS_PER_PAGE) < first.total_count; number++)
    found.push((await page(number)).blocks)
  return found.flat().map(({ block }) => block.header)
}

/**
 * What x/mint issued in some blocks, in uregen. The node needs the states of the first and the last of them.
 *
 *     issued = S after the last block − S before the first + what they burned
 *
 * Of the first block of a chain, whose state before is its genesis, nothing is told.
 *
 * @example
 * const blocks = { from: 100n, to: 200n }
 * const issued = await readIssued(chain, blocks, await readBurns(chain, blocks))
 */
export async function readIssued(chain: ChainAt, blocks: Blocks, burns: readonly Burn[]): Promise<Uregen> {
  const before = blocks.from > 1n ? blocks.from - 1n : 1n
  if (blocks.to <= before) return 0n as Uregen
  const [first, last] = await Promise.all(
    [before, blocks.to].map(height => readSupplyOf({ ...chain, height }, 'uregen')),
  )
  const burned = burns
    .filter(({ height }) => height > before && height <= blocks.to)
    .reduce((sum, { coins }) => sum + amountOf(coins, 'uregen'), 0n)
  return ((last?.amount ?? 0n) - (first?.amount ?? 0n) + burned) as Uregen
}
