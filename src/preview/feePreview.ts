import type { SupplyState } from '../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import type { M013Phase } from '../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { PoolSplit } from '../mechanisms/m013-value-based-fee-routing/split.ts'
import type { CoinMovement, CreditMovement, LiveFee, Purchase } from '../messages/ledger.ts'
import type { Message } from '../messages/message.ts'
import type { Warning } from '../messages/warnings.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import type { Coin } from '../primitives/coin.ts'
import type { Uregen } from '../primitives/uregen.ts'
import type { RestOfPeriod, RewardEffect } from './effects/rewardEffect.ts'
import type { SupplyEffect } from './effects/supplyEffect.ts'
import type { Gas } from './gas.ts'
import type { Assumption } from './input/assumptions.ts'
import type { ProposedFee } from './proposed/feesOfValues.ts'
import type { LedgerSnapshot, StateAge } from './snapshot.ts'
import type { ValidUntil } from './validUntil.ts'

/** What to preview, on which state, and under which assumptions. */
export type PreviewInput = {
  /** In the order of the transaction. Values as the builders give them, or as proto3 JSON. */
  readonly messages: readonly Message[]
  readonly snapshot: LedgerSnapshot
  /** Default: the readings of the specification, DEFAULT_POLICY. */
  readonly policy?: PolicyConfig
  /** Prices for a whole credit, by class: { C01: '25000000uregen' }. They come before all other sources. */
  readonly prices?: { readonly [classId: string]: string }
  /** uregen for one smallest unit of another denom: { uusdc: '12.5uregen' }. */
  readonly rates?: { readonly [denom: string]: string }
  /** The phase of M013 to answer for. Default: the phase that the snapshot has in force, else VALUE_BASED, "what if it were in force now". */
  readonly phase?: M013Phase
  /** The gas limit of the transaction, when known. */
  readonly gasLimit?: bigint
  /** Who pays the gas. Default: the first signer. */
  readonly feePayer?: string
  /** The fee revenue of the period before, in uregen: a dynamic burn share follows it (OQ-M013-5). Default: 0. */
  readonly feeRevenue?: Uregen
}

/** The same with what is assumed of a period, to see what the fees do beyond the transaction. */
export type EffectsInput = PreviewInput & {
  /** M012’s supply at the start of the period, to see what the burn does to it. */
  readonly supply?: SupplyState
  /** What is assumed of everybody else in M015’s period, to see what this transaction earns. */
  readonly rewards?: RestOfPeriod
}

/** One message: what it costs today, what M013 would charge, and every coin and credit it moves. */
export type MessagePreview = {
  readonly index: number
  /** Where an inner message stands within message `index`; empty for the message itself. */
  readonly path: readonly number[]
  /** 'run' where it `runs`, 'listed' where it does not. */
  readonly mode: 'run' | 'listed'
  readonly typeUrl: string
  readonly signer: string
  readonly sentence: string
  /** False for a message that is only proposed to a vote: it moves nothing now. */
  readonly runs: boolean
  /** False for a message that is not in the catalog: what else it costs and moves is not known, and not listed. */
  readonly known: boolean
  /** False where it takes coins and an order, a rate or a fee is not known: then `live`, `purchases` and `movements` lack them. */
  readonly priced: boolean
  readonly live: readonly LiveFee[]
  readonly purchases: readonly Purchase[]
  readonly proposed: ProposedFee
  readonly movements: readonly CoinMovement[]
  readonly credits: readonly CreditMovement[]
  readonly warnings: readonly Warning[]
}

/** An amount of one account, in smallest units of the denom. */
export type AccountCoin = { readonly account: string } & Coin

/** A warning, and the message it is about; without one it is about the transaction. */
export type PreviewWarning = Warning & { readonly messageIndex?: number; readonly path?: readonly number[] }

/**
 * What a transaction costs, before it is signed. Live and proposed stand side by side. What is only proposed is never added to the live side; a fee of M013
 * that is in force and taken from the signers is.
 */
export type FeePreview = {
  readonly chainId: string
  readonly height: bigint
  readonly time: string
  /** How old the state was when it was read; absent where the snapshot does not say. Beyond two minutes there is NODE_BEHIND. */
  readonly age?: StateAge
  readonly policyHash: string
  readonly validUntil: ValidUntil
  readonly assumptions: readonly Assumption[]
  readonly messages: readonly MessagePreview[]
  /** In force today. */
  readonly live: {
    /** Null when no gas limit was given. */
    readonly gas: Gas | null
    /** False when a message is not known or not priced: then the amounts are what is known, and more may leave. */
    readonly complete: boolean
    /** What leaves each paying account, all messages and gas together, and M013's fee where `proposed.inDebits`. */
    readonly debits: readonly AccountCoin[]
    /** What each paying account must hold at the start for every message to pass. */
    readonly requiredBalances: readonly AccountCoin[]
  }
  /** What M013 charges where a chain has it (`in-force`), and would charge where none does (`proposed`). */
  readonly proposed: {
    readonly status: 'proposed' | 'in-force'
    /** Where its configuration is from: 'policy', or the address or path that the snapshot names. */
    readonly source: string
    readonly phase: M013Phase
    /**
     * Who pays it, and in which denom, as the source in force says. Where none is in force: the signer, and 'uregen'. What the policy's `collection`
     * takes in other denoms is in `collected` of each message.
     */
    readonly feePayer: 'signer' | 'unknown'
    readonly denom: string | 'unknown'
    /** True where it is in force and the signers pay it in REGEN: then `live.debits` and `live.requiredBalances` hold `atLeast`. */
    readonly inDebits: boolean
    /** In uregen; null when a value is not known. */
    readonly total: Uregen | null
    readonly atLeast: Uregen
    /** How `atLeast` is split, message by message. */
    readonly pools: PoolSplit
    /** Whether gas is paid beside the fee in this phase. */
    readonly gas: 'charged' | 'not charged'
    /** Whether today's buyer and seller fees stand beside the fee, or are part of it and no longer taken on their own. */
    readonly marketplaceFees: 'charged' | 'included'
    /** What of today's charges each payer still pays beside the fee: gas where it is known and kept, and buyer and seller fees that are not included. */
    readonly beside: readonly AccountCoin[]
    /** What the burn of `atLeast` does to the supply; null when no supply was given. */
    readonly supplyEffect: SupplyEffect | null
    /** What the transaction earns; null when nothing was assumed of the rest, and with normalised scores. */
    readonly rewardEffect: RewardEffect | null
  }
  readonly warnings: readonly PreviewWarning[]
}
