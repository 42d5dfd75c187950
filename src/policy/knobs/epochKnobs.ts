import { choice } from '../knob.ts'

/** What lies between the mechanisms: a period of the whole economy decides it. */
export const EPOCH_KNOBS = {
  autoInflow: choice(['all-fees', 'scored-fees'], {
    layer: 'L3',
    question: 'OQ-M015-4',
    source: 'readings 3.5: fees that earn no score (issuance, transfer) pay for wash trading',
  }),
} as const
