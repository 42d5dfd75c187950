import { EPOCH_KNOBS } from './epochKnobs.ts'
import { GOVERNANCE_KNOBS } from './governanceKnobs.ts'
import { M012_KNOBS } from './m012Knobs.ts'
import { M013_KNOBS } from './m013Knobs.ts'
import { M014_KNOBS } from './m014Knobs.ts'
import { M015_KNOBS } from './m015Knobs.ts'

/** The sections of a policy: one a mechanism, `epoch` for what lies between them, `governance` for how votes count. */
export const SECTIONS = {
  m012: M012_KNOBS,
  m013: M013_KNOBS,
  m014: M014_KNOBS,
  m015: M015_KNOBS,
  epoch: EPOCH_KNOBS,
  governance: GOVERNANCE_KNOBS,
} as const

export type SectionName = keyof typeof SECTIONS
