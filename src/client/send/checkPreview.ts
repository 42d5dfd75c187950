import { warningSentence } from '../../messages/warningSentences.ts'
import type { WarningCode } from '../../messages/warnings.ts'
import type { FeePreview, PreviewWarning } from '../../preview/feePreview.ts'
import { RegenError } from '../../primitives/errors.ts'
import { PREVIEW_BLOCKS, PREVIEW_INCOMPLETE } from '../../primitives/errorTable/sending.ts'

/** Of these messages nobody can tell what they do: they are signed only by name. */
const UNTOLD: readonly WarningCode[] = ['MESSAGE_UNKNOWN', 'INNER_PACKED']

/**
 * Throws PREVIEW_BLOCKS when the chain would refuse the transaction, and PREVIEW_INCOMPLETE when it holds a message that cannot be previewed;
 * unless the caller allows each reason by its code.
 */
export function checkPreview({ warnings }: FeePreview, allow: readonly WarningCode[]): void {
  const left = warnings.filter(({ code }) => !allow.includes(code))
  const blocking = left.filter(({ blocks }) => blocks)
  if (blocking.length > 0) throw new RegenError(PREVIEW_BLOCKS, { warnings: blocking.map(inWords) })
  const untold = left.filter(({ code }) => UNTOLD.includes(code))
  if (untold.length > 0) throw new RegenError(PREVIEW_INCOMPLETE, { warnings: untold.map(inWords) })
}

const inWords = (warning: PreviewWarning) => ({ code: warning.code, sentence: warningSentence(warning) })
