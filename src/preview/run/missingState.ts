import type { Catalog } from '../../messages/catalogOf.ts'
import type { PreviewInput } from '../feePreview.ts'
import { checkOptions } from '../input/checkOptions.ts'
import type { Missing } from './missing.ts'
import { runTransaction } from './runTransaction.ts'
import { openLedger } from './workingLedger.ts'

/** What a preview would have looked at, had its snapshot held it: what a reader of the chain has to fetch next. */
export function missingState(input: PreviewInput, catalog: Catalog): readonly Missing[] {
  const working = openLedger(checkOptions(input).snapshot, catalog)
  runTransaction(working, input)
  return working.missing()
}
