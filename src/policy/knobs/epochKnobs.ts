import { choice } from '../knob.ts'

/** What lies between the mechanisms: a period of the whole economy decides it. */
export const EPOCH_KNOBS = {
  autoInflow: choice(['all-fees', 'scored-fees'], 'L3'),
} as const
