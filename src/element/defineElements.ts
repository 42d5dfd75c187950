import type { AllowedDenom } from '../messages/ledger.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import type { PricedOrder } from '../preview/listOrders.ts'
import { draw } from './draw.ts'
import { ordersView } from './ordersView.ts'
import { previewView } from './previewView.ts'
import { STYLE } from './style.ts'
import { TEXTS, type Texts } from './texts.ts'

/** `<regen-fee-preview>`: what a preview says. Give it a preview, or what kept one from being made. */
export type RegenFeePreviewElement = HTMLElement & {
  preview: FeePreview | null
  error: unknown
  /** How amounts are written: `snapshot.settings.allowedDenoms`. */
  denoms: readonly AllowedDenom[] | 'unknown'
  texts: Partial<Texts>
}

/** `<regen-order-book>`: orders as `listOrders` gives them. Choosing one dispatches `regen-order` with it as detail. */
export type RegenOrderBookElement = HTMLElement & {
  orders: readonly PricedOrder[] | null
  error: unknown
  texts: Partial<Texts>
}

type State = { readonly [name: string]: unknown }

/**
 * Registers `<regen-fee-preview>` and `<regen-order-book>`. They draw what they are given, and have no network of their own. Called twice, it does nothing the second time.
 *
 * @example
 * defineElements()
 * const element = Object.assign(document.createElement('regen-fee-preview'), { preview })
 * document.body.append(element)
 */
export function defineElements(registry: CustomElementRegistry = customElements): void {
  define(registry, 'regen-fee-preview', { preview: null, error: null, denoms: [], texts: {} }, state => {
    const { preview, error, denoms } = state
    const texts = textsOf(state)
    if (error) return failure(error, texts.failed)
    if (!preview) return waiting(texts)
    const listed = denoms === 'unknown' ? [] : (denoms as readonly AllowedDenom[])
    return previewView({ preview: preview as FeePreview, denoms: listed, texts })
  })
  define(registry, 'regen-order-book', { orders: null, error: null, texts: {} }, (state, element) => {
    const { orders, error } = state
    const texts = textsOf(state)
    if (error) return failure(error, texts.failedOrders)
    if (!orders) return waiting(texts)
    const choose = (order: PricedOrder) => {
      element.dispatchEvent(new CustomEvent('regen-order', { detail: order, bubbles: true, composed: true }))
    }
    return ordersView({ orders: orders as readonly PricedOrder[], texts, choose })
  })
}

const textsOf = ({ texts }: State): Texts => ({ ...TEXTS, ...(texts as Partial<Texts>) })

const waiting = ({ loading }: Texts): HTMLElement =>
  draw('article', { 'aria-busy': 'true' }, draw('p', { role: 'status' }, loading))

const failure = (error: unknown, failed: string): HTMLElement =>
  draw(
    'article',
    { part: 'error' },
    draw('p', { role: 'alert', class: 'bad' }, failed),
    draw('p', {}, error instanceof Error ? error.message : String(error)),
  )

/** A custom element has to be a class, made where there is a document: in Node this file only loads. */
function define(
  registry: CustomElementRegistry,
  name: string,
  initial: State,
  view: (state: State, element: HTMLElement) => HTMLElement,
): void {
  if (registry.get(name) !== undefined) return
  class RegenElement extends HTMLElement {
    readonly #state: Record<string, unknown> = { ...initial }
    readonly #root = this.attachShadow({ mode: 'open' })
    connectedCallback() {
      // Properties that were set before the element was defined stand on the object itself.
      for (const field of Object.keys(initial)) {
        if (!Object.hasOwn(this, field)) continue
        this.#state[field] = Reflect.get(this, field)
        Reflect.deleteProperty(this, field)
      }
      this.#draw()
    }
    read(field: string): unknown {
      return this.#state[field]
    }
    write(field: string, value: unknown): void {
      this.#state[field] = value
      if (this.isConnected) this.#draw()
    }
    #draw() {
      this.#root.replaceChildren(draw('style', {}, STYLE), view(this.#state, this))
    }
  }
  for (const field of Object.keys(initial))
    Object.defineProperty(RegenElement.prototype, field, {
      configurable: true,
      get(this: RegenElement) {
        return this.read(field)
      },
      set(this: RegenElement, value: unknown) {
        this.write(field, value)
      },
    })
  registry.define(name, RegenElement)
}
