import type { PreviewInput } from '../feePreview.ts'
import { runTransaction } from '../previewFees.ts'
import { checkOptions } from '../readInput.ts'
import type { Missing } from './missing.ts'
import { openLedger } from './workingLedger.ts'

/** What a preview would have looked at, had its snapshot held it: what a reader of the chain has to fetch next. */
export function missingState(input: PreviewInput): readonly Missing[] {
  const working = openLedger(checkOptions(input).snapshot)
  runTransaction(working, input)
  return working.missing()
}
