import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBurns, readIssued } from '../../../src/node/read/burns.ts'
import { RegenError } from '../../../src/primitives/errors.ts'
import { RPC_ERROR } from '../../../src/primitives/errorTable.ts'
import { formatTime } from '../../../src/primitives/time.ts'
import { QuerySupplyOfResponse } from '../../../src/wire/generated/cosmos/bank/v1beta1/query.ts'
import { RUNS } from '../../support/runs.ts'

/** Burns of transactions and of blocks, and what x/mint issued, on chains of random blocks. */

type Amounts = {
  readonly inTxs: readonly bigint[]
  readonly byBlock: readonly bigint[]
  readonly issued: bigint
}

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n })
const anyBlock: fc.Arbitrary<Amounts> = fc.record({
  inTxs: fc.array(amount, { maxLength: 2 }),
  byBlock: fc.array(amount, { maxLength: 2 }),
  issued: fc.bigInt({ min: 0n, max: 10n ** 12n }),
})
const anyChain = fc.array(anyBlock, { minLength: 2, maxLength: 8 })

const GENESIS = 10n ** 18n
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, each) => all + each, 0n)
const timeOf = (height: bigint) => formatTime({ seconds: 1_800_000_000n + height * 6n, nanos: 0 })
const hashOf = (height: bigint, index: number) => `${height}${index}`.padStart(64, '0')
const burn = (burned: bigint) => ({
  type: 'burn',
  attributes: [
    { key: 'burner', value: 'burner' },
    { key: 'amount', value: `7uusdc,${burned}uregen` },
  ],
})
const coinbase = (issued: bigint) => ({
  type: 'coinbase',
  attributes: [
    { key: 'minter', value: 'mint' },
    { key: 'amount', value: `${issued}uregen` },
  ],
})

/** A node of a chain: what it searches for, what happened in its blocks, and the supply after each. */
function chainOf(blocks: readonly Amounts[]) {
  const numbered = blocks.map((block, index) => ({ ...block, height: BigInt(index + 1) }))
  const supplyAfter = (height: bigint) =>
    numbered
      .filter(block => block.height <= height)
      .reduce((all, { issued, inTxs, byBlock }) => all + issued - sum(inTxs) - sum(byBlock), GENESIS)
  const within = (query: string) => {
    const [from = 0n, to = 0n] = [/height>=(\d+)/, /height<=(\d+)/].map(bound =>
      BigInt(bound.exec(query)?.[1] ?? -1),
    )
    return numbered.filter(({ height }) => height >= from && height <= to)
  }
  const answers: { readonly [method: string]: (params: { [name: string]: string }) => unknown } = {
    tx_search: ({ query = '' }) => {
      expect(query).toMatch(/^burn\.burner EXISTS AND tx\.height>=/)
      const txs = within(query).flatMap(({ height, inTxs }) =>
        inTxs.map((burned, index) => ({
          hash: hashOf(height, index),
          height: `${height}`,
          tx_result: { events: [burn(burned)] },
        })),
      )
      return { txs, total_count: `${txs.length}` }
    },
    block_search: ({ query = '', page = '1' }) => {
      expect(query).toMatch(/^burn\.burner EXISTS AND block\.height>=/)
      const found = within(query).filter(({ byBlock }) => byBlock.length > 0)
      const first = (Number(page) - 1) * 100
      return {
        total_count: `${found.length}`,
        blocks: found.slice(first, first + 100).map(({ height }) => ({
          block: { header: { height: `${height}`, time: timeOf(height) } },
        })),
      }
    },
    header: ({ height = '' }) => ({ header: { height, time: timeOf(BigInt(height)) } }),
    block_results: ({ height = '' }) => {
      const block = numbered[Number(height) - 1]
      return {
        height,
        txs_results: null,
        finalize_block_events: [coinbase(block?.issued ?? 0n), ...(block?.byBlock ?? []).map(burn)],
      }
    },
  }
  const port = {
    call: async (method: string, params: object) => {
      const answer = answers[method]
      if (!answer) throw new Error(`${method} was not expected`)
      return answer(params as { [name: string]: string })
    },
    abciQuery: async ({ path, height }: { path: string; height: bigint | 'latest' }) => {
      expect(path).toBe('/cosmos.bank.v1beta1.Query/SupplyOf')
      const amount = { denom: 'uregen', amount: `${supplyAfter(BigInt(height))}` }
      return { height: BigInt(height), value: QuerySupplyOfResponse.encode({ amount }).finish() }
    },
  }
  return { chain: { port, height: BigInt(blocks.length) }, numbered }
}

const always = <T>(any: fc.Arbitrary<T>, law: (value: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(any, law), { numRuns: RUNS })

const anyStretch = anyChain.chain(blocks =>
  fc.record({ blocks: fc.constant(blocks), from: fc.integer({ min: 1, max: blocks.length }) }),
)

test('every burn of the blocks is told once, with its block and denoms, and none of another block', async () => {
  await always(anyStretch, async ({ blocks, from }) => {
    const { chain, numbered } = chainOf(blocks)
    const burns = await readBurns(chain, { from: BigInt(from), to: chain.height })
    const told = (inTx: boolean) =>
      burns
        .filter(({ txHash }) => (txHash !== null) === inTx)
        .map(({ height, time, burner, coins }) => [height, time, burner, coins])
    const made = (of: 'inTxs' | 'byBlock') =>
      numbered.slice(from - 1).flatMap(({ height, [of]: amounts }) =>
        amounts.map(amount => [
          height,
          timeOf(height),
          'burner',
          [
            { denom: 'uusdc', amount: 7n },
            { denom: 'uregen', amount },
          ],
        ]),
      )
    expect(told(true)).toEqual(made('inTxs'))
    expect(told(false)).toEqual(made('byBlock'))
  })
})

test('issued = S after − S before + burned: what x/mint made, to the unit, whatever was burned', async () => {
  await always(anyStretch, async ({ blocks, from }) => {
    const { chain, numbered } = chainOf(blocks)
    const stretch = { from: BigInt(from), to: chain.height }
    // Of block 1 nothing is told: the state before it is the genesis.
    const counted = numbered.slice(Math.max(from - 1, 1))
    expect(await readIssued(chain, stretch, await readBurns(chain, stretch))).toBe(
      sum(counted.map(({ issued }) => issued)),
    )
  })
})

test('no blocks, no burns, nothing issued, and nothing asked', async () => {
  const port = {
    call: () => Promise.reject(new Error('asked')),
    abciQuery: () => Promise.reject(new Error('asked')),
  }
  const chain = { port, height: 9n }
  expect(await readBurns(chain, { from: 10n, to: 9n })).toEqual([])
  expect(await readIssued(chain, { from: 10n, to: 9n }, [])).toBe(0n)
})

test('a node without an index of blocks, or with another answer, is an error and not "nothing"', async () => {
  const { chain } = chainOf([{ inTxs: [5n], byBlock: [], issued: 0n }])
  const refusing = {
    ...chain.port,
    call: async (method: string, params: object) => {
      if (method === 'block_search')
        throw new RegenError(RPC_ERROR, {
          origin: '',
          method,
          code: -32603,
          reason: 'block indexing is disabled',
        })
      return chain.port.call(method, params)
    },
  }
  const blocks = { from: 1n, to: 1n }
  await expect(readBurns({ ...chain, port: refusing }, blocks)).rejects.toMatchObject({ code: 'RPC_ERROR' })
  const odd = { ...chain.port, call: async () => ({ blocks: null, txs: [], total_count: '0' }) }
  await expect(readBurns({ ...chain, port: odd }, blocks)).rejects.toMatchObject({ code: 'RESPONSE_INVALID' })
})
