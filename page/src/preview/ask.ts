import { firstPreview } from 'virtual:first-preview'
import script from 'worker:firstWorkers#previewWorker'
import type { Source } from '../chain/source.ts'
import { callsOf } from '../workers/call.ts'
import type { PreviewMethods } from '../workers/previewWorker.ts'
import { firstText } from './examples.ts'
import type { Read } from './readAndShow.ts'

/** Reads and previews in a worker: the page listens meanwhile, and opens without the schemas of messages. */
export const askPreview = callsOf<PreviewMethods>(script)

/** What a text says and costs. The first example was previewed when the page was built. */
export async function showText(
  text: string,
  source: Source,
  prices: string,
  signal: AbortSignal,
): Promise<Read> {
  const isFirst = text === firstText && prices === '' && source.kind === 'bundled'
  return isFirst ? firstPreview : askPreview('show', [text, source, prices], { signal })
}
