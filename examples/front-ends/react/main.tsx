import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { marketplace, type PricedOrder } from 'regen-fees'
import { connectRegen, type Regen } from 'regen-fees/client'
import { defineElements, type RegenFeePreviewElement, type RegenOrderBookElement } from 'regen-fees/element'
import { feePreviewQuery, ordersQuery } from 'regen-fees/query'

const BUYER = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'regen-fee-preview': HTMLAttributes<HTMLElement> &
        Partial<Pick<RegenFeePreviewElement, 'preview' | 'error'>>
      'regen-order-book': HTMLAttributes<HTMLElement> &
        Partial<Pick<RegenOrderBookElement, 'orders' | 'error'>> & {
          'onregen-order'?: (event: CustomEvent<PricedOrder>) => void
        }
    }
  }
}

/** One whole credit of an order, at its price. */
function buyOne({ id: sellOrderId, askDenom: denom, askAmount: amount }: PricedOrder) {
  const order = { sellOrderId, quantity: '1', bidPrice: { denom, amount }, disableAutoRetire: true }
  return marketplace.msgBuyDirect({ buyer: BUYER, orders: [order] })
}

function Market({ regen }: { readonly regen: Regen }) {
  const [order, choose] = useState<PricedOrder | null>(null)
  const orders = useQuery(ordersQuery(regen, { classId: 'C01' }))
  const messages = order === null ? [] : [buyOne(order)]
  const preview = useQuery({ ...feePreviewQuery(regen, messages), enabled: order !== null })
  return (
    <>
      <h1>Buy one credit</h1>
      {order && <regen-fee-preview preview={preview.data ?? null} error={preview.error} />}
      <regen-order-book
        orders={orders.data ?? null}
        error={orders.error}
        onregen-order={event => choose(event.detail)}
      />
    </>
  )
}

defineElements()
const regen = await connectRegen('https://regen-rpc.publicnode.com')
const app = (
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <Market regen={regen} />
    </QueryClientProvider>
  </StrictMode>
)
createRoot(document.getElementById('app') as HTMLElement).render(app)
