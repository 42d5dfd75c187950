import * as fc from 'fast-check'
import {
  M012_V0,
  M014_STATES,
  type MintParams,
  type RegrowthRate,
  type SupplyState,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import {
  MULTIPLIERS,
  type SupplyParams,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'

/** A state whose staked and committed tokens are parts of its supply; supplies of 0 and above the cap are among them. */
export const anyState: fc.Arbitrary<SupplyState> = fc
  .record({
    supply: fc.oneof(
      fc.bigInt({ min: 0n, max: 1_000n }),
      fc.bigInt({ min: 0n, max: 300_000_000_000_000n }),
      fc.bigInt({ min: 0n, max: 10n ** 24n }),
    ),
    staked: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    committed: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    m014Phase: fc.constantFrom(...M014_STATES),
    max: fc.integer({ min: 0, max: 21 }),
    active: fc.nat(21),
    change: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  })
  .map(({ supply, staked, committed, m014Phase, max, active, change }) => ({
    supply: supply as Uregen,
    staked: ((supply * staked) / 10n ** 18n) as Uregen,
    stabilityCommitted: ((supply * committed) / 10n ** 18n) as Uregen,
    m014Phase,
    validators: { active: Math.min(active, max), max },
    co2: { change: { num: change, den: 1_000_000n }, source: 'oracle', age: 0n },
  }))

/** Mint parameters within their bounds. */
export const anyMintParams: fc.Arbitrary<MintParams> = fc
  .record({
    hardCap: fc.oneof(fc.constant(M012_V0.hardCap as bigint), fc.bigInt({ min: 1n, max: 10n ** 24n })),
    rate: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    multiplier: fc.constantFrom(...MULTIPLIERS),
    ecologicalSource: fc.constantFrom('none' as const, 'oracle' as const),
    reference: fc.bigInt({ min: 1n, max: 10n ** 6n }),
    ecoMax: fc.bigInt({ min: 0n, max: 10n ** 4n }),
  })
  .map(({ hardCap, rate, multiplier, ecologicalSource, reference, ecoMax }) => ({
    hardCap: hardCap as Uregen,
    baseRate: ratio(rate, 10n ** 10n) as RegrowthRate,
    multiplier,
    rateRounding: 'exact' as const,
    aboveSupply: 'error' as const,
    ecologicalSource,
    ecologicalReference: ratio(reference, 1_000n),
    ecoMax: ratio(ecoMax, 100n),
    ecologicalMaxAgeDays: 30,
  }))

/** All parameters within their bounds; the over-cap policies are those that the specification's invariants allow. */
export const anyParams: fc.Arbitrary<SupplyParams> = fc
  .record({
    mint: anyMintParams,
    burnKind: fc.constantFrom('permanent' as const, 'reserve' as const),
    kind: fc.constantFrom('pure-burn' as const, 'set-cap-to-supply' as const),
  })
  .map(({ mint, burnKind, kind }) => ({ ...M012_V0, ...mint, burnKind, overCapPolicy: { kind } }))

/** A share of what there is, in millionths: for burning a legal part. */
export const anyMillionths: fc.Arbitrary<bigint> = fc.bigInt({ min: 0n, max: 1_000_000n })
