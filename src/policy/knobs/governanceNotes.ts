import type { Notes } from '../knob.ts'
import type { GOVERNANCE_KNOBS } from './governanceKnobs.ts'

/** The question behind each knob of how votes count: where its default comes from, and who may change it. */
export const GOVERNANCE_NOTES: Notes<typeof GOVERNANCE_KNOBS> = {
  dualTrack: {
    question: 'OQ-GOV-POA-1',
    source: 'readings 2.5: both tracks above 50 %, or one of 75 %',
    alternatives: ['weighted: validators 0.70 on an upgrade, 0.50 on the treasury, 0.60 on the rest'],
  },
  quorum: {
    question: null,
    source: 'the live chain, 2026-10-09',
    alternatives: ['0.334'],
  },
  layerOverrides: {
    question: null,
    source: 'readings 2.2 #18: the documents disagree on who governs what',
    alternatives: ['{ "m013.shares": "L3" }'],
  },
}
