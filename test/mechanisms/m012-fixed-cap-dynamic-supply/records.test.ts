import { expect, test } from 'vitest'
import {
  advance,
  M012_V0,
  type SupplyState,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import {
  equilibriumReached,
  recordPeriod,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import { canonicalJson } from '../../../src/primitives/canonical.ts'
import { parseRegen } from '../../../src/primitives/uregen.ts'

const state: SupplyState = {
  supply: parseRegen('150000000'),
  staked: parseRegen('75000000'),
  stabilityCommitted: parseRegen('0'),
  m014Phase: 'INACTIVE',
}

const recorded = (burned: string, supply = '150000000') => {
  const before = { ...state, supply: parseRegen(supply) }
  return recordPeriod(7n, {
    state: before,
    result: advance(before, parseRegen(burned), M012_V0),
    params: M012_V0,
  })
}

test('MintBurnRecord tells a period whole', () => {
  expect(canonicalJson(recorded('500000').record)).toBe(
    '{"burned":"500000000000","capStatus":"below","minted":"2130000000000","period":"7","rate":"0.03","supplyAfter":"151630000000000","supplyBefore":"150000000000000","vanished":"0"}',
  )
})

test('the rate of a record is the one that minted, also where the burn comes first', () => {
  const params = { ...M012_V0, burnTiming: 'immediate' } as const
  const result = advance(state, parseRegen('50000000'), params)
  const { record } = recordPeriod(1n, { state, result, params })
  // 75 of the 100 million that are left are staked: r = 0.02 × 1.75.
  expect(record.rate).toEqual({ num: 7n, den: 200n })
  expect(record.minted).toBe(parseRegen('4235000'))
})

test('EventSupplyMint and EventSupplyBurn: one each, none for nothing', () => {
  expect(recorded('500000').events).toEqual([
    {
      type: 'EventSupplyMint',
      period: 7n,
      amount: parseRegen('2130000'),
      recipient: { kind: 'community-pool' },
    },
    { type: 'EventSupplyBurn', period: 7n, amount: parseRegen('500000'), burnKind: 'permanent' },
  ])
  expect(recorded('0').events.map(({ type }) => type)).toEqual(['EventSupplyMint'])
  expect(recorded('1', '224000000').events.map(({ type }) => type)).toEqual(['EventSupplyBurn'])
})

test('EventEquilibriumReached: only when EQUILIBRIUM is entered', () => {
  const now = { period: 12n, supply: state.supply }
  const reached = { phase: 'EQUILIBRIUM', consecutive: 12n } as const
  const before = { phase: 'DYNAMIC', consecutive: 11n } as const
  expect(equilibriumReached(now, before, reached)).toEqual({
    type: 'EventEquilibriumReached',
    period: 12n,
    supply: state.supply,
    consecutive: 12n,
  })
  expect(equilibriumReached(now, reached, { ...reached, consecutive: 13n })).toBeNull()
  expect(equilibriumReached(now, reached, { phase: 'DYNAMIC', consecutive: 0n })).toBeNull()
})
