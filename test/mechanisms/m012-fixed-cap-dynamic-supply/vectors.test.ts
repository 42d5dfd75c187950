import { expect, test } from 'vitest'
import {
  advance,
  equilibriumSupply,
  M012_V0,
  type M014State,
  periodsToCap,
  supplyAfter,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { parseRatio } from '../../../src/primitives/ratio.ts'
import { type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import vectors from '../../vectors/m012.json' with { type: 'json' }
import paths from '../../vectors/m012-paths.json' with { type: 'json' }

const amount = (text: string | undefined): Uregen => uregen(BigInt(text ?? M012_V0.hardCap))

test.each(vectors)('$id', ({ input, expected }) => {
  const { minted, next, vanished } = advance(
    {
      supply: amount(input.supply),
      staked: amount(input.staked),
      stabilityCommitted: amount(input.stabilityCommitted),
      m014Phase: input.m014Phase as M014State,
    },
    amount(input.burned),
    M012_V0,
  )
  expect({ minted, nextSupply: next.supply, vanished }).toEqual({
    minted: BigInt(expected.minted),
    nextSupply: BigInt(expected.nextSupply),
    vanished: 0n,
  })
})

test.each(paths)('$id', ({ input, expected }) => {
  const cap = amount(input.hardCap)
  const burnedPerPeriod = amount(input.burnedPerPeriod)
  if (expected.equilibriumSupply)
    expect(equilibriumSupply(burnedPerPeriod, parseRatio(input.effectiveRate ?? ''), cap)).toBe(
      amount(expected.equilibriumSupply),
    )
  else if (expected.periodsToCap)
    expect(periodsToCap({ supply: amount(input.supply), burnedPerPeriod, cap })).toBe(
      BigInt(expected.periodsToCap),
    )
  else
    expect(
      supplyAfter(
        { supply: amount(input.supply), burnedPerPeriod, rate: parseRatio(input.effectiveRate ?? ''), cap },
        input.periods ?? 0,
      ),
    ).toBe(amount(expected.supply))
})
