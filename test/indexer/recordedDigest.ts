/** The rows of the recorded chain up to its last mark, on every store. Other rows need a migration. */
export const RECORDED_DIGEST = {
  to: 367n,
  rows: {
    blocks: 367n,
    transactions: 95n,
    gas_fees: 95n,
    purchases: 15n,
    retirements: 7n,
    sends: 5n,
    issuances: 8n,
    basket_swaps: 2n,
    cancellations: 1n,
    votes: 11n,
    proposals: 8n,
    oddities: 0n,
  },
  hash: '826692131aad5c7f34ab433c7fa8bfeb176874e9b20707e8e8075f6531ad3e0b',
}
