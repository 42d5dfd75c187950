import { M013_PHASES } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import { addressProblem } from '../../primitives/address.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { EffectsInput } from '../feePreview.ts'

/** Throws INPUT_INVALID for options of a wrong type, which plain JavaScript lets pass, and for amounts below 0. */
export function checkOptions(input: EffectsInput): EffectsInput {
  if (typeof input?.snapshot?.height !== 'bigint')
    throw invalid('expected { messages, snapshot }, the snapshot as parseSnapshot gives it')
  const { gasLimit, feePayer, feeRevenue, phase, policy, prices, rates, supply, rewards } = input
  if (policy !== undefined && !isWhole(policy))
    throw invalid('expected a policy as parsePolicy gives it at policy')
  for (const [name, amount] of Object.entries({ gasLimit, feeRevenue }))
    if (amount !== undefined && !isAmount(amount)) throw invalid(`expected a bigint of 0 or more at ${name}`)
  if (feePayer !== undefined && (typeof feePayer !== 'string' || addressProblem(feePayer) !== null))
    throw invalid('expected an address at feePayer')
  if (phase !== undefined && !M013_PHASES.includes(phase))
    throw invalid(`expected ${M013_PHASES.join(' or ')} at phase`)
  for (const [name, texts] of Object.entries({ prices, rates }))
    if (texts !== undefined && (typeof texts !== 'object' || texts === null))
      throw invalid(`expected an object of texts at ${name}`)
  if (supply !== undefined && ![supply?.supply, supply?.staked, supply?.stabilityCommitted].every(isAmount))
    throw invalid('expected amounts of 0 or more as bigints at supply')
  const { pool, totalScore } = rewards ?? {}
  if (
    rewards !== undefined &&
    !([pool, totalScore?.num, totalScore?.den].every(isAmount) && totalScore?.den !== 0n)
  )
    throw invalid('expected { totalScore, pool } as a fraction and a bigint at rewards')
  return input
}

/** An effect that is asked for and not computed would read as none. */
export function refuseEffects(input: EffectsInput): void {
  if (input?.supply !== undefined || input?.rewards !== undefined)
    throw invalid('supply and rewards are only for previewWithEffects of regen-fees/effects')
}

/** Whether every knob has a value; what each may be is for parsePolicy. */
const isWhole = (policy: object): boolean =>
  Object.entries(DEFAULT_POLICY).every(([section, knobs]) =>
    Object.keys(knobs).every(
      name =>
        (policy as { [section: string]: { [name: string]: unknown } } | null)?.[section]?.[name] !==
        undefined,
    ),
  )

const isAmount = (value: unknown): boolean => typeof value === 'bigint' && value >= 0n

const invalid = (issue: string) =>
  new RegenError(INPUT_INVALID, { what: 'preview input', issues: `✖ ${issue}` })
