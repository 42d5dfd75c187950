export { type CreationFee, type CreationFeeRefusal, creationFee } from './creationFees.ts'
export { type FeeParams, NO_FEES, unusableRate } from './params.ts'
export { type BuyQuote, type BuyTerms, quoteBuy } from './quoteBuy.ts'
