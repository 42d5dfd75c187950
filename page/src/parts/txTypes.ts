/** What M013 charges, in words. */
const WORDS: { readonly [type: string]: string } = {
  CreditIssuance: 'issuance',
  CreditTransfer: 'transfer',
  CreditRetirement: 'retirement',
  MarketplaceTrade: 'trade',
}

export const txTypeInWords = (type: string): string => WORDS[type] ?? type
