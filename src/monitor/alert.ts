import type { Coin } from '../primitives/coin.ts'
import type { Credits } from '../primitives/credits.ts'
import type { Ratio } from '../primitives/ratio.ts'

/** How much an alert matters. */
export type Severity = 'notice' | 'warning' | 'critical'

type InMarket = { readonly classId: string; readonly denom: string }
type OfValidator = { readonly operator: string; readonly moniker: string }

/** What each alert says. Prices are smallest units of the denom for a whole credit. */
export type AlertFacts = {
  /** `deviations`: standard deviations from the mean of the others, cut to hundredths; null where those are all equal. */
  PRICE_OUTLIER: InMarket & {
    readonly txHash: string
    readonly price: Ratio
    readonly mean: Ratio
    readonly deviations: Ratio | null
    readonly samples: number
  }
  VOLUME_OUTLIER: InMarket & {
    readonly txHash: string
    readonly quantity: Credits
    readonly mean: Ratio
    readonly deviations: Ratio | null
    readonly samples: number
  }
  PRICE_MOVED: InMarket & { readonly txHash: string; readonly price: Ratio; readonly average: Ratio }
  ACTOR_DOMINATES: InMarket & { readonly account: string; readonly share: Ratio }
  WASH_PAIR: InMarket & { readonly accounts: readonly [string, string]; readonly txHash: string }
  WASH_NO_RETIREMENT: { readonly account: string; readonly bought: Coin }
  ORDER_EXPIRED: { readonly orderId: string; readonly seller: string; readonly expiration: string }
  FEES_CHANGED: { readonly fee: string; readonly before: string; readonly now: string }
  PROPOSAL_CHANGES_KNOB: {
    readonly proposalId: bigint
    readonly title: string
    readonly status: string
    readonly changes: readonly string[]
  }
  UPTIME_LOW: OfValidator & { readonly uptime: Ratio; readonly least: Ratio }
  VALIDATOR_JAILED: OfValidator
  SET_TOO_SMALL: { readonly bonded: number; readonly least: number }
  POWER_CONCENTRATED: { readonly holders: 1 | 5; readonly share: Ratio; readonly most: Ratio }
  NAKAMOTO_LOW: { readonly coefficient: number; readonly least: number }
  /** Blocks are read again from the next one on: none is lost. */
  NODE_LOST: {
    readonly reason: string
    /** It answers, and does not do what is asked. */
    readonly refuses: boolean
  }
  /** `next`: the block that is read next; null: none was read yet. */
  NODE_BACK: { readonly next: bigint | null }
}

/** The code of an alert; it never changes its meaning. */
export type AlertCode = keyof AlertFacts

/** Something that a rule says people should look at. */
export type Alert = {
  readonly [Code in AlertCode]: {
    readonly code: Code
    readonly severity: Severity
    /** The block it was seen in; null where the node was lost before any was. */
    readonly height: bigint | null
    /** Its time, RFC 3339. */
    readonly time: string | null
    /** What it is about: a transaction, an account, a validator, an order. */
    readonly subject: string
    readonly facts: AlertFacts[Code]
  }
}[AlertCode]

/** An alert before it is known when it was seen. */
export type Finding = Alert extends infer Each
  ? Each extends Alert
    ? Omit<Each, 'height' | 'time'>
    : never
  : never
