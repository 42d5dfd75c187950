import { canonicalJson, type Json, toJson } from '../../primitives/canonical.ts'
import { canonicalHash } from '../../primitives/canonicalHash.ts'
import type { EpochState } from './epochState.ts'

/**
 * A state as JSON data: amounts as whole decimal text, fractions as '0.02' or '1/3'. `parseEpochState` reads it back unchanged.
 *
 * @example
 * JSON.stringify(epochStateJson(state)).length > 100 // true
 */
export const epochStateJson = (state: EpochState): Json => toJson(state)

/**
 * A state as canonical JSON text: equal states are equal bytes.
 *
 * @example
 * canonicalEpochState(state) === canonicalEpochState(parseEpochState(epochStateJson(state))) // true
 */
export const canonicalEpochState = (state: EpochState): string => canonicalJson(state)

/**
 * The SHA-256 of a state.
 *
 * @example
 * epochStateHash(state) === epochStateHash(parseEpochState(epochStateJson(state))) // true
 */
export const epochStateHash = (state: EpochState): string => canonicalHash(state)
