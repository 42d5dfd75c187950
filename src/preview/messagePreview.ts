import type { MessagePreview, PreviewWarning } from './feePreview.ts'
import type { ProposedFee } from './proposed/proposedFees.ts'
import type { RunMessage } from './run/runMessages.ts'

/** A message as a preview shows it. Named field by field: to spread an object and add to it takes longer than all that was done. */
export function messagePreview(message: RunMessage, proposed: ProposedFee): MessagePreview {
  const { index, path, mode, typeUrl, runs, known, signer, sentence, record } = message
  const { live, purchases, movements, credits, warnings } = record
  const preview = {
    index,
    path,
    mode,
    typeUrl,
    runs,
    known,
    signer,
    sentence,
    live,
    purchases,
    proposed,
    movements,
    credits,
    warnings,
  }
  return preview
}

/** The warnings of a message, each with the place of the message. */
export const warningsOf = ({ index: messageIndex, path, record }: RunMessage): readonly PreviewWarning[] =>
  record.warnings.map(({ code, blocks, facts }) =>
    path.length > 0 ? { code, blocks, facts, messageIndex, path } : { code, blocks, facts, messageIndex },
  )
