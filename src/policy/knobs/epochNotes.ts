import type { Notes } from '../knob.ts'
import type { EPOCH_KNOBS } from './epochKnobs.ts'

/** The question behind each knob of what lies between the mechanisms: where its default comes from, and who may change it. */
export const EPOCH_NOTES: Notes<typeof EPOCH_KNOBS> = {
  autoInflow: {
    question: 'OQ-M015-4',
    source: 'readings 3.5: fees that earn no score (issuance, transfer) pay for wash trading',
  },
}
