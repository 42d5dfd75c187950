import { type Json, toJson } from '../primitives/canonical.ts'
import { formatCredits } from '../primitives/credits.ts'
import type { FeePreview } from './feePreview.ts'

/**
 * A preview as JSON data: amounts as whole decimal text, rates and values as fractions, credits with their decimals.
 *
 * @example
 * JSON.stringify(previewJson(previewFees({ messages, snapshot })), null, 2).length > 1000 // true
 */
export const previewJson = (preview: FeePreview): Json =>
  toJson({
    ...preview,
    messages: preview.messages.map(({ credits, ...message }) => ({
      ...message,
      credits: credits.map(({ amount, ...movement }) => ({ ...movement, amount: formatCredits(amount) })),
    })),
  })
