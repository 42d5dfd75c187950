import {
  type EpochReport,
  type EpochState,
  parseEpochInputs,
  parseEpochState,
  runEpoch,
} from '../../../src/epoch/index.ts'
import { formatCoin, formatRegen, type PolicyConfig, parseRegen, type Uregen } from '../../../src/index.ts'

/** A small economy of which a flip states what it needs; people have names for addresses. */

export type Json = { readonly [field: string]: unknown }

export const USD = 'ibc/USD'

/** REGEN as uregen text. */
export const regen = (amount: string): string => parseRegen(amount).toString()

export const inRegen = (amount: bigint): string => formatRegen(amount as Uregen)

/** The n-th transaction. */
export const hash = (n: number): string => n.toString(16).padStart(64, '0')

/** Passes every layer. */
export const PASSED = {
  validators: { yes: '14', eligible: '15' },
  holders: { yes: '200', eligible: '220' },
}

const CATEGORIES = ['infrastructure_builders', 'trusted_refi_partners', 'ecological_data_stewards']

/** So many validators, one of each category after the other, whose terms end in a year. */
export const validators = (count: number, first: Json = {}): readonly Json[] =>
  Array.from({ length: count }, (_, index) => ({
    address: `v${index}`,
    category: CATEGORIES[index % 3],
    status: 'ACTIVE',
    termStart: '2026-06-01T00:00:00Z',
    termEnd: '2027-06-01T00:00:00Z',
    ...(index === 0 && first),
  }))

const PHASES = { m012: { phase: 'DYNAMIC' }, m013: { phase: 'VALUE_BASED' }, m014: 1, m015: 'DISTRIBUTING' }

/** Runs the first week of 2027: every mechanism runs, 211 million REGEN, nobody serves. */
export function run(
  policy: PolicyConfig,
  inputs: Json = {},
  { phases = {}, ...state }: { readonly phases?: Json } & Json = {},
): { readonly state: EpochState; readonly report: EpochReport } {
  return runEpoch(
    parseEpochState({
      time: '2027-01-01T00:00:00Z',
      supply: { supply: regen('211000000') },
      phases: { ...PHASES, ...phases },
      ...state,
    }),
    parseEpochInputs(inputs),
    policy,
  )
}

/** Alice buys for 100 dollars, a dollar is 20 REGEN; Carol is issued credits worth 1,000 REGEN. */
export const INPUTS = {
  rates: { [USD]: '20' },
  transactions: [
    {
      txHash: hash(1),
      time: '2027-01-02',
      payer: 'alice',
      txType: 'MarketplaceTrade',
      denom: USD,
      value: '100000000',
      credited: { kind: 'purchase', seller: 'bob' },
    },
    { txHash: hash(2), time: '2027-01-02', payer: 'carol', txType: 'CreditIssuance', value: regen('1000') },
  ],
}

/** M012 has not begun, so that the burn pool waits. */
export const week = (policy: PolicyConfig, change: Json = {}, state: Json = {}) =>
  run(policy, { ...INPUTS, ...change }, { phases: { m012: { phase: 'INFLATIONARY' } }, ...state })

/** Amounts of each pool as people read them. */
export const poolsOf = ({ pools: { burn, validator, agent } }: EpochState): readonly string[] =>
  [burn, validator, agent].map(({ coins }) => coins.map(formatCoin).join())

/** The codes of a period’s alerts that are looked for. */
export const alertsOf = ({ alerts }: EpochReport, ...codes: readonly string[]): readonly string[] =>
  alerts.map(({ code }) => code as string).filter(code => codes.includes(code))
