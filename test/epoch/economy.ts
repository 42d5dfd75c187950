import {
  type EpochInputs,
  type EpochState,
  parseEpochInputs,
  parseEpochState,
  runEpoch,
} from '../../src/epoch/index.ts'
import { CATEGORIES } from '../../src/mechanisms/m014-authority-validator-governance/params.ts'
import { formatAddress } from '../../src/primitives/address.ts'
import { parseRegen } from '../../src/primitives/uregen.ts'

/** A small economy in which everything has started, and inputs for one period of it. */

export const addressOf = (byte: number): string => formatAddress(new Uint8Array(20).fill(byte))
export const [ALICE, BOB, CAROL, DAVE] = [1, 2, 3, 4].map(addressOf) as [string, string, string, string]

export const START = '2027-01-01T00:00:00Z'

/** REGEN as uregen text. */
export const regen = (text: string): string => parseRegen(text).toString()

/** The n-th transaction of a test. */
export const hash = (n: number): string => n.toString(16).padStart(64, '0')

/** Fifteen active validators, five of each category. */
export const FIFTEEN = Array.from({ length: 15 }, (_, index) => ({
  address: addressOf(100 + index),
  category: CATEGORIES[index % 3],
  status: 'ACTIVE',
  termStart: START,
  termEnd: '2028-01-01T00:00:00Z',
}))

/** 5,200 REGEN for half a year, which has just been committed. */
export const committedBy = (holder: string, id = 'a') => ({
  id,
  holder,
  amount: regen('5200'),
  lockMonths: 6,
  lockPeriods: 26,
  rate: '0.06',
  state: 'COMMITTED',
  periods: 0,
  promised: '0',
  funded: '0',
})

const RUNNING = {
  m012: { phase: 'DYNAMIC' },
  m013: { phase: 'VALUE_BASED' },
  m014: 3,
  m015: 'DISTRIBUTING',
}

export type Json = { readonly [field: string]: unknown }

/** How something passes in every layer: 14 of 15 validators, and nearly all holders. */
export const PASSED = {
  validators: { yes: '14', eligible: '15' },
  holders: { yes: regen('200000000'), eligible: regen('220000000') },
}

/** 220 million REGEN, fifteen validators, every mechanism running. */
export const economy = (change: Json = {}): EpochState =>
  parseEpochState({
    time: START,
    supply: { supply: regen('220000000') },
    phases: RUNNING,
    validators: FIFTEEN,
    ...change,
  })

/** The same with other phases than the running ones. */
export const inPhases = (phases: Json, change: Json = {}): EpochState =>
  economy({ ...change, phases: { ...RUNNING, ...phases } })

export const inputs = (change: Json = {}): EpochInputs => parseEpochInputs(change)

/** A purchase of a value in REGEN by ALICE from BOB, on the second day. */
export const purchase = (value: string, change: Json = {}): Json => ({
  txHash: hash(1),
  time: '2027-01-02T00:00:00Z',
  payer: ALICE,
  txType: 'MarketplaceTrade',
  value: regen(value),
  credited: { kind: 'purchase', seller: BOB },
  ...change,
})

/** A retirement of a value in REGEN by ALICE. */
export const retirement = (value: string, change: Json = {}): Json =>
  purchase(value, { txType: 'CreditRetirement', credited: { kind: 'retirement' }, ...change })

/** A charged message that earns no score. */
export const charge = (txType: string, value: string, change: Json = {}): Json =>
  purchase(value, { txType, credited: null, ...change })

/** A period as if the economy had always had this policy. */
export const runUnder: typeof runEpoch = (state, inputs, policy) =>
  runEpoch({ ...state, policyHash: null }, inputs, policy)
