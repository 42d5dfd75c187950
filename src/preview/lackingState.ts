import type { PreviewInput } from './feePreview.ts'
import type { Lack } from './lacks.ts'
import { openLedger } from './ledger.ts'
import { previewOn } from './previewFees.ts'
import { checkOptions } from './readInput.ts'

/** What a preview would have looked at, had its snapshot held it: what a reader of the chain has to fetch next. */
export function lackingState(input: PreviewInput): readonly Lack[] {
  const working = openLedger(checkOptions(input).snapshot)
  previewOn(working, input)
  return working.lacks()
}
