import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPeriodBlocks } from '../../src/network/index.ts'
import { formatTime } from '../../src/primitives/time.ts'
import { RUNS } from '../support/runs.ts'

/** Seconds as RFC 3339. */
const at = (seconds: number) => formatTime({ seconds: BigInt(seconds), nanos: 0 })

/** A node whose blocks from `first` on have these times. */
function chain(times: readonly number[], first = 1) {
  const asked: bigint[] = []
  const height = BigInt(first + times.length - 1)
  const call = async (method: string, params: { height?: string } = {}) => {
    if (method === 'status')
      return { sync_info: { earliest_block_height: `${first}`, earliest_block_time: at(times[0] ?? 0) } }
    const wanted = BigInt(params.height ?? '')
    asked.push(wanted)
    const seconds = times[Number(wanted) - first] ?? 0
    return { header: { height: `${wanted}`, time: at(seconds) } }
  }
  return {
    asked,
    ledger: { port: { call, abciQuery: async () => Promise.reject(new Error('not asked')) }, height },
  }
}

describe('the blocks of a period', () => {
  test('are those later than its beginning, whatever the times between blocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: -10, max: 200_000 }),
        async (gaps, back) => {
          let now = 1_700_000_000
          const times = gaps.map(gap => {
            now += gap
            return now
          })
          const last = times.at(-1) ?? 0
          const from = last - back
          const { ledger, asked } = chain(times)
          const { blocks, complete } = await readPeriodBlocks(ledger as never, {
            from: at(from),
            to: at(last),
          })
          const wanted = times.findIndex(time => time > from)
          expect(blocks).toEqual({
            from: BigInt(wanted < 0 ? times.length + 1 : wanted + 1),
            to: BigInt(times.length),
          })
          expect(complete).toBe(true)
          expect(asked.length).toBeLessThanOrEqual(times.length)
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('do not have a block of the very moment at which it begins', async () => {
    const times = [1_700_000_000, 1_700_000_100, 1_700_000_200, 1_700_000_300]
    for (const [index, time] of times.entries()) {
      const { ledger } = chain(times)
      const { blocks } = await readPeriodBlocks(ledger as never, {
        from: at(time),
        to: at(times.at(-1) ?? 0),
      })
      expect(blocks).toEqual({ from: BigInt(index + 2), to: 4n })
    }
  })

  test('are not complete where the node has thrown the first of them away', async () => {
    const { ledger } = chain([1_700_000_100, 1_700_000_200], 50)
    expect(
      await readPeriodBlocks(ledger as never, { from: at(1_700_000_000), to: at(1_700_000_200) }),
    ).toMatchObject({ blocks: { from: 50n, to: 51n }, complete: false })
  })
})
