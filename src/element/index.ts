/** regen-fees/element: `<regen-fee-preview>` and `<regen-order-book>`, for any page and any framework. */
export { defineElements, type RegenFeePreviewElement, type RegenOrderBookElement } from './defineElements.ts'
export { TEXTS, type Texts } from './texts.ts'
