import { checkParams } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import {
  computeMint,
  M012_V0,
  type M014State,
  type SupplyParams,
  type SupplyState,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { formatRegen, parseRegen } from '../../../src/primitives/uregen.ts'

/** A state in REGEN. */
export const state = (
  supply: string,
  staked = '0',
  stability = '0',
  m014Phase: M014State = 'INACTIVE',
): SupplyState => ({
  supply: parseRegen(supply),
  staked: parseRegen(staked),
  stabilityCommitted: parseRegen(stability),
  m014Phase,
})

/** The defaults, with a change that lies within its bounds. */
export const withParams = (change: Partial<SupplyParams>): SupplyParams =>
  checkParams({ ...M012_V0, ...change })

/** The mint of a state, in REGEN. */
export const mintOf = (of: SupplyState, change: Partial<SupplyParams> = {}): string =>
  formatRegen(computeMint(of, withParams(change)))
