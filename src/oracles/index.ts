/** regen-fees/oracles: prices and ecological data from outside, with their source, time and signatures. */

export type { Store } from '../indexer/store/store.ts'
export type { NodeAt } from '../node/read/ask.ts'
export type { Clock } from '../node/rpc/clock.ts'
export { attested, type DocumentOnChain, documentOnChain } from './attested.ts'
export { type CsvRow, type Document, type DocumentSource, readDocument } from './document.ts'
export { documentAt, documentOf, koiBundle, type UrlOptions } from './documentSources.ts'
export {
  type EcologicalReading,
  type EcologicalSeries,
  type EcologicalSource,
  ecologicalSource,
  toEcologicalSeries,
} from './ecology.ts'
export type { FetchOptions } from './fetchText.ts'
export { indexPrices } from './indexPrices.ts'
export {
  co2Of,
  type EcologicalRules,
  ecologicalRules,
  type MeasuredCo2,
  measureCo2,
  type SourceMean,
} from './measureCo2.ts'
export {
  type PriceAnswer,
  type PriceReading,
  type PriceSource,
  priceSource,
  toPriceReadings,
} from './priceSource.ts'
export { type PriceRules, priceRules, readPrices, withPrices } from './readPrices.ts'
export type { SourceRules } from './rules.ts'
export { type DocumentSignature, documentText } from './signatures.ts'
