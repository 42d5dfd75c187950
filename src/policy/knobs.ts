import type { Knob } from './knob.ts'
import { EPOCH_KNOBS } from './knobs/epochKnobs.ts'
import { GOVERNANCE_KNOBS } from './knobs/governanceKnobs.ts'
import { M012_KNOBS } from './knobs/m012Knobs.ts'
import { M013_KNOBS } from './knobs/m013Knobs.ts'
import { M014_KNOBS } from './knobs/m014Knobs.ts'
import { M015_KNOBS } from './knobs/m015Knobs.ts'

/** The sections of a policy: one for each mechanism, `epoch` for what lies between them, `governance` for how votes count. */
export type SectionName = 'm012' | 'm013' | 'm014' | 'm015' | 'epoch' | 'governance'

/** Every knob by section and name. */
export const KNOBS: { readonly [section in SectionName]: { readonly [name: string]: Knob } } = {
  m012: M012_KNOBS,
  m013: M013_KNOBS,
  m014: M014_KNOBS,
  m015: M015_KNOBS,
  epoch: EPOCH_KNOBS,
  governance: GOVERNANCE_KNOBS,
}
