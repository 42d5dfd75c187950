/** regen-fees/oracles: prices and ecological data from outside, with their source, time and signatures. */

export { type CsvRow, type Document, type DocumentSource, readDocument } from './document.ts'
export {
  attested,
  documentAt,
  documentIri,
  documentOf,
  koiBundle,
  type UrlOptions,
} from './documentSources.ts'
export type { FetchOptions } from './fetchText.ts'
export { indexPrices } from './indexPrices.ts'
export {
  type PriceAnswer,
  type PriceReading,
  type PriceSource,
  priceSource,
  toPriceReadings,
} from './prices.ts'
export { type PriceRules, priceRules, readPrices, withPrices } from './readPrices.ts'
export type { SourceRules } from './rules.ts'
export { type DocumentSignature, documentText } from './signatures.ts'
