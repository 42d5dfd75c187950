import { loweringBurn, periodsToCap } from '../../mechanisms/m012-fixed-cap-dynamic-supply/equilibrium.ts'
import { countBurns, minBurnAlert } from '../../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import type { RegrowthRate, SupplyParams } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { advance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/period.ts'
import {
  type EventSupplyBurn,
  type EventSupplyMint,
  type MintBurnRecord,
  recordPeriod,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import type { SupplyState } from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import {
  type ThresholdWarning,
  thresholdWarnings,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/threshold.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Place } from '../books/accounts.ts'
import { type Movement, move } from '../books/movements.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import { m014StateOf } from '../phases/m014StateOf.ts'
import type { EpochAlert } from '../report/alerts.ts'
import type { EpochPhases, SupplyLedger } from '../state/epochState.ts'

/** What M012 did in one period; amounts in uregen. */
export type SupplyPeriod = {
  readonly ledger: SupplyLedger
  /** Null while M012 is INFLATIONARY. */
  readonly record: MintBurnRecord | null
  readonly minted: Uregen
  /** What left the burn pool. */
  readonly burnedFromPool: Uregen
  readonly events: readonly (EventSupplyMint | EventSupplyBurn)[]
  readonly movements: readonly Movement[]
  readonly alerts: readonly EpochAlert[]
}

/**
 * What a period of M012 starts from; `burnPool` is all uregen in the burn pool, `stabilityCommitted` and the validators are as the period began.
 * `ends` says whether it ends with this step.
 */
export type SupplyFacts = {
  readonly period: number
  readonly phases: EpochPhases
  readonly ledger: SupplyLedger
  readonly staked: Uregen
  readonly stabilityCommitted: Uregen
  readonly validators: { readonly active: number; readonly max: number }
  readonly burnPool: Uregen
  readonly fees: Uregen
  readonly ends: boolean
}

/**
 * One period of M012 inside the economy.
 *
 *     INFLATIONARY            x/mint issues, M012 does nothing: the burn pool waits
 *     TRANSITION              the burn pool is burned; nothing is minted yet (readings 2.1 #16; transitionMint `regrowth` mints)
 *     DYNAMIC, EQUILIBRIUM    S[t+1] = S[t] + M[t] − B[t]
 *
 * Before its end a period neither mints nor burns: what is to be burned waits.
 *
 * @see SPEC M012, State Transitions
 */
export function supplyPeriod(
  facts: SupplyFacts,
  inputs: Pick<EpochInputs, 'otherBurns' | 'inflation' | 'co2'>,
  params: SupplyParams,
): SupplyPeriod {
  const { phases, ledger, staked } = facts
  if (phases.m012.phase === 'INFLATIONARY') return inflate({ ...ledger, staked }, inputs)
  if (inputs.inflation > 0n) throw invalid('inflation', 'x/mint is off once M012 has left INFLATIONARY')
  return facts.ends ? mintAndBurn(facts, inputs, params) : { ...NOTHING, ledger: { ...ledger, staked } }
}

const NOTHING: Omit<SupplyPeriod, 'ledger'> = {
  record: null,
  minted: 0n as Uregen,
  burnedFromPool: 0n as Uregen,
  events: [],
  movements: [],
  alerts: [],
}

function inflate(
  ledger: SupplyLedger,
  { otherBurns, inflation }: Pick<EpochInputs, 'otherBurns' | 'inflation'>,
): SupplyPeriod {
  const supply = ledger.supply + inflation - otherBurns
  if (supply < 0n) throw invalid('otherBurns', 'more than there is')
  return {
    ...NOTHING,
    ledger: { ...ledger, supply: supply as Uregen },
    movements: [
      ...move('mint', 'everybody else', inflation, 'x/mint'),
      ...move('everybody else', 'burn', otherBurns, 'other burns'),
    ],
  }
}

function mintAndBurn(
  { period, phases, ledger, staked, stabilityCommitted, validators, burnPool, fees }: SupplyFacts,
  { otherBurns, co2 }: Pick<EpochInputs, 'otherBurns' | 'co2'>,
  policy: SupplyParams,
): SupplyPeriod {
  const minting = phases.m012.phase !== 'TRANSITION' || policy.transitionMint === 'regrowth'
  const params = minting ? policy : { ...policy, baseRate: ZERO as RegrowthRate }
  const state: SupplyState = {
    supply: ledger.supply,
    staked,
    stabilityCommitted,
    m014Phase: m014StateOf(phases),
    reserve: ledger.burnReserve,
    validators,
    ...(co2 && { co2 }),
  }
  const { burned, unreconciled } = countBurns({ m013: burnPool, others: otherBurns }, params)
  const result = advance(state, burned, params)
  const { minted, vanished, next } = result
  const { record, events } = recordPeriod(BigInt(period), { state, result, params })
  const counted = burned - burnPool
  const reserved = params.burnKind === 'reserve'
  const destroyed = reserved ? otherBurns - counted : burnPool + otherBurns
  const bank = ledger.supply + ledger.bankLessSupply + minted - destroyed
  const [recipient, recipientLedger] = recipientOf(params.mintRecipient.kind)
  const burnTo: Place = reserved ? 'burn reserve' : 'burn'
  const judged = { minted, burned: result.burned, supply: next.supply, hardCap: params.hardCap }
  return {
    ledger: {
      ...ledger,
      supply: next.supply,
      staked,
      burnReserve: next.reserve ?? (0n as Uregen),
      mintReserve: (ledger.mintReserve + (recipientLedger ? minted : 0n)) as Uregen,
      bankLessSupply: bank - next.supply,
    },
    record,
    minted,
    burnedFromPool: burnPool,
    events,
    movements: [
      ...move('mint', recipient, minted, 'M012 mint'),
      ...move('burn pool', burnTo, burnPool, 'M012 burn'),
      ...move('everybody else', burnTo, counted, 'other burns that count'),
      ...move('everybody else', 'burn', otherBurns - counted, 'other burns'),
    ],
    alerts: [
      ...overCapAlert(next.supply, loweringBurn(result.burned, params), params.hardCap),
      ...(vanished > 0n ? [{ code: 'SUPPLY_CLAMPED', vanished } as const] : []),
      ...(unreconciled > 0n ? [{ code: 'SUPPLY_UNRECONCILED', amount: unreconciled } as const] : []),
      ...listOf(minBurnAlert({ burned, fees, minBurn: params.minBurn })),
      ...(minting
        ? (thresholdWarnings(judged, params.equilibriumThreshold) as readonly ThresholdWarning[])
        : []),
    ],
  }
}

const recipientOf = (kind: SupplyParams['mintRecipient']['kind']): readonly [Place, boolean] =>
  kind === 'community-pool'
    ? ['community pool', false]
    : kind === 'supply-reserve'
      ? ['mint reserve', true]
      : ['everybody else', false]

const overCapAlert = (supply: Uregen, burnedPerPeriod: Uregen, hardCap: Uregen): readonly EpochAlert[] =>
  supply > hardCap
    ? [
        {
          code: 'SUPPLY_ABOVE_CAP',
          supply,
          hardCap,
          periodsToCap: periodsToCap({ supply, burnedPerPeriod, cap: hardCap }),
        },
      ]
    : []

const listOf = <T>(item: T | null): readonly T[] => (item === null ? [] : [item])

const invalid = (field: string, issue: string) =>
  new RegenError(INPUT_INVALID, { what: 'epoch input', issues: `✖ ${issue} at ${field}` })
