import { type Json, toJson } from '../primitives/canonical.ts'
import { formatCredits } from '../primitives/credits.ts'
import type { FeePreview } from './feePreview.ts'

/** A preview as JSON data: amounts as whole decimal text, rates and values as fractions, credits with their decimals. */
export const previewJson = (preview: FeePreview): Json =>
  toJson({
    ...preview,
    messages: preview.messages.map(({ credits, ...message }) => ({
      ...message,
      credits: credits.map(({ amount, ...movement }) => ({ ...movement, amount: formatCredits(amount) })),
    })),
  })
