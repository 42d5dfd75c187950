import { blake2b } from '@noble/hashes/blake2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { msgAnchor } from '../../messages/data/msgAnchor.ts'
import type { Message } from '../../messages/message.ts'
import { canonicalJson } from '../../primitives/canonical.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INDEX_RANGE } from '../../primitives/errorTable.ts'
import { rawIri } from '../../redistribution/reportIri.ts'
import type { PeriodReport } from './periodReport.ts'

/** A period's report as canonical JSON, its content hash as an IRI, and the message that anchors it on the chain. */
export type AnchoredReport = {
  /** The file: the canonical JSON of the report. Whoever has the same rows and policy gets these bytes. */
  readonly text: string
  readonly iri: string
  /** Unsigned. */
  readonly message: Message
}

/**
 * A report as a file, and the message that anchors its BLAKE2b-256 hash on chain. A report of a period with a gap is refused: nobody could
 * compute the same.
 *
 * @example
 * const { text, message } = anchorReport(periodReport, 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x')
 */
export function anchorReport(report: PeriodReport, sender: string): AnchoredReport {
  const [gap] = report.coverage.gaps
  if (gap !== undefined)
    throw new RegenError(INDEX_RANGE, {
      wanted: `${report.from} to ${report.to} without a gap`,
      indexed: `no blocks ${gap.from} to ${gap.to}`,
    })
  const text = canonicalJson(report)
  const raw = { hash: blake2b(utf8ToBytes(text), { dkLen: 32 }), digestAlgorithm: 1, fileExtension: 'json' }
  return { text, iri: rawIri(raw), message: msgAnchor({ sender, contentHash: { raw } }) }
}
