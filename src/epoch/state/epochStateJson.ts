import { canonicalHash, canonicalJson, type Json, toJson } from '../../primitives/canonical.ts'
import type { EpochState } from './epochState.ts'

/** A state as JSON data: amounts as whole decimal text, fractions as '0.02' or '1/3'. `parseEpochState` reads it back unchanged. */
export const epochStateJson = (state: EpochState): Json => toJson(state)

/** A state as canonical JSON text: equal states are equal bytes. */
export const canonicalEpochState = (state: EpochState): string => canonicalJson(state)

/** The SHA-256 of a state. */
export const epochStateHash = (state: EpochState): string => canonicalHash(state)
