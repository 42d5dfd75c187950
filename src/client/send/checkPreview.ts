import { warningSentence } from '../../messages/warningSentences.ts'
import type { WarningCode } from '../../messages/warnings.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { RegenError } from '../../primitives/errors.ts'
import { PREVIEW_BLOCKS } from '../../primitives/errorTable.ts'

/** Throws PREVIEW_BLOCKS when the chain would refuse the transaction, for reasons that the caller does not allow by their codes. */
export function checkPreview({ warnings }: FeePreview, allow: readonly WarningCode[]): void {
  const blocking = warnings.filter(({ code, blocks }) => blocks && !allow.includes(code))
  if (blocking.length === 0) return
  throw new RegenError(PREVIEW_BLOCKS, {
    warnings: blocking.map(warning => ({ code: warning.code, sentence: warningSentence(warning) })),
  })
}
