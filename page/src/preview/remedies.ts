import { REMEDIES } from '../../../src/cli/explain/remedies.ts'
import type { WarningCode } from '../../../src/messages/warnings.ts'

/** Where the way out is another one on a page than on a command line. */
const ON_A_PAGE: { readonly [code in WarningCode]?: string } = {
  MESSAGE_MISSPELT: 'Choose the message from the list under “Build”.',
  MESSAGE_UNKNOWN: 'Check its name under “Build”; what is not listed there cannot be previewed.',
  STATE_UNKNOWN: 'Choose a node at the top: it is then asked for what these messages need.',
  CREATION_FEE_UNKNOWN: 'Choose a node at the top to see it.',
  ORDER_MISSING: 'Choose an open order in the market.',
  ORDER_EXPIRED: 'Compare its price with the market before you buy.',
  DENOM_NOT_ALLOWED: 'Ask for a denom that the market lists.',
  PRICE_UNKNOWN: 'State a price for a credit below.',
  PRICE_STALE: 'State a newer price below.',
  PRICE_FEW_SAMPLES: 'State a price below if you know a better one.',
  PRICE_INDICATIVE: 'State a price below if you know a better one.',
  PRICE_REQUIRED: 'State a price below.',
  DENOM_CONVERSION: 'State a price in REGEN below.',
  PRICE_UNUSED: 'A price is used for credits that are issued, sent or retired.',
}

/** What to do about a warning, on this page; null where nothing has to be done. */
export const remedyFor = (code: string): string | null =>
  ON_A_PAGE[code as WarningCode] ?? REMEDIES[code as WarningCode] ?? null
