import { EPOCH_KNOBS } from './knobs/epochKnobs.ts'
import { GOVERNANCE_KNOBS } from './knobs/governanceKnobs.ts'
import { M012_KNOBS } from './knobs/m012Knobs.ts'
import { M013_KNOBS } from './knobs/m013Knobs.ts'
import { M014_KNOBS } from './knobs/m014Knobs.ts'
import { M015_KNOBS } from './knobs/m015Knobs.ts'

/** The sections of a policy: one per mechanism, `epoch` for what lies between them, `governance` for how votes count. */
export const SECTIONS = {
  m012: M012_KNOBS,
  m013: M013_KNOBS,
  m014: M014_KNOBS,
  m015: M015_KNOBS,
  epoch: EPOCH_KNOBS,
  governance: GOVERNANCE_KNOBS,
} as const

export type SectionName = keyof typeof SECTIONS
