/** What somebody wants to buy, as it is typed. */
export type Wanted = {
  readonly by: 'quantity' | 'budget'
  readonly amount: string
  readonly denom: string
  readonly buyer: string
  /** Where the credits are retired; empty: they stay tradable. */
  readonly retire: string
}

/** An account of the bundled test chain: it stands in for who has not said yet who buys. */
export const EXAMPLE_BUYER = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'

/** What an amount begins with. */
export const FIRST_AMOUNT = { quantity: '10', budget: '100' }

/** What the address says. */
export function wantedIn(state: { readonly [name: string]: string }): Wanted {
  const by = state['by'] === 'budget' ? 'budget' : 'quantity'
  return {
    by,
    amount: state['amount'] ?? FIRST_AMOUNT[by],
    denom: state['denom'] ?? 'uregen',
    buyer: state['buyer'] || EXAMPLE_BUYER,
    retire: state['retire'] ?? '',
  }
}
