import issuance from '../../../examples/issuance.json' with { type: 'json' }
import mixed from '../../../examples/mixed.json' with { type: 'json' }
import purchase from '../../../examples/purchase.json' with { type: 'json' }
import retirement from '../../../examples/retirement.json' with { type: 'json' }
import signRequest from '../../../examples/sign-request.json' with { type: 'json' }
import transfer from '../../../examples/transfer.json' with { type: 'json' }

/** The examples of the package, for a first look. */
export const EXAMPLES: {
  readonly [name: string]: { readonly title: string; readonly what: string; readonly text: string }
} = {
  purchase: {
    title: 'Buy credits',
    what: '2.345678 credits from a sell order',
    text: JSON.stringify(purchase),
  },
  retirement: { title: 'Retire credits', what: 'use credits up, for good', text: JSON.stringify(retirement) },
  transfer: { title: 'Send credits', what: 'to another account', text: JSON.stringify(transfer) },
  issuance: { title: 'Issue a batch', what: 'new credits of a project', text: JSON.stringify(issuance) },
  mixed: { title: 'Several at once', what: 'four messages, one transaction', text: JSON.stringify(mixed) },
  request: {
    title: 'A wallet’s request',
    what: 'what a dApp asks to be signed',
    text: JSON.stringify(signRequest),
  },
}

export const FIRST_EXAMPLE = 'purchase'

export const firstText = JSON.stringify(purchase)
