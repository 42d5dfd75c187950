import type { SigningMode } from '../../src/client.ts'
import type { Versions } from './versions.ts'

/** One transaction of a run: whether the preview held. */
export type Outcome = {
  readonly name: string
  readonly mode: SigningMode
  /**
   * `partial`: equal, as far as the events tell. `refused`: the preview let it pass and the chain did not, or it blocked what should
   * have passed.
   */
  readonly verdict: 'exact' | 'partial' | 'different' | 'refused'
  readonly height: bigint | null
  /** Null for one that is in no block. */
  readonly gas: { readonly used: bigint; readonly limit: bigint } | null
  /** Each difference and each gap in words. */
  readonly sentences: readonly string[]
}

export type LiveReport = {
  readonly chainId: string
  readonly versions: Versions
  readonly seed: number
  readonly from: bigint
  readonly to: bigint
  readonly outcomes: readonly Outcome[]
  readonly notes: readonly string[]
}

/** The transactions in which something differs from what the preview said. */
export const wrongOnes = ({ outcomes }: LiveReport): readonly Outcome[] =>
  outcomes.filter(({ verdict }) => verdict === 'different' || verdict === 'refused')

/** A run in words. */
export function renderReport(report: LiveReport): string {
  const { chainId, versions, seed, from, to, outcomes, notes } = report
  const count = (verdict: Outcome['verdict']) =>
    outcomes.filter(outcome => outcome.verdict === verdict).length
  const inMode = (mode: SigningMode) => outcomes.filter(outcome => outcome.mode === mode).length
  return [
    `${chainId}, Regen Ledger ${versions.regenLedger}, Cosmos SDK ${versions.cosmosSdk}, CometBFT ${versions.cometbft}`,
    `heights ${from} to ${to}, seed ${seed}`,
    ...notes,
    `${outcomes.length} transactions: ${count('exact')} exact, ${count('partial')} equal as far as the events tell, ${count('different')} different, ${count('refused')} refused`,
    `signed: ${inMode('direct')} in direct mode, ${inMode('amino')} in amino JSON`,
    ...(['direct', 'amino'] as const).map(mode => gasOf(mode, outcomes)),
    `by kind: ${kindsOf(outcomes)}`,
    ...unknownSubjectsOf(outcomes),
    ...wrongOnes(report).flatMap(({ name, mode, height, verdict, sentences }) => [
      `${verdict.toUpperCase()} ${name}, ${mode}, ${height === null ? 'in no block' : `height ${height}`}`,
      ...sentences.map(sentence => `    ${sentence}`),
    ]),
  ].join('\n')
}

/** The most that a gas limit may be above what was used, in percent. */
const MAX_GAS_ABOVE = 25n

/** Limits that were too far above what was used. */
export const wastefulOnes = ({ outcomes }: LiveReport): readonly Outcome[] =>
  outcomes.filter(({ gas }) => gas !== null && gas.limit * 100n > gas.used * (100n + MAX_GAS_ABOVE))

/** Gas limits by what was used: how well the estimate is. */
function gasOf(mode: SigningMode, outcomes: readonly Outcome[]): string {
  const ratios = outcomes
    .flatMap(({ gas, ...outcome }) => (gas !== null && outcome.mode === mode ? [gas] : []))
    .map(({ used, limit }) => (limit * 10_000n) / (used || 1n))
    .sort((a, b) => (a < b ? -1 : 1))
  const at = (ratio = 0n) => `${ratio / 10_000n}.${(ratio % 10_000n).toString().padStart(4, '0')}`
  if (ratios.length === 0) return `gas limit / gas used, ${mode}: none`
  const [least, median, most] = [ratios[0], ratios[ratios.length >> 1], ratios.at(-1)]
  return `gas limit / gas used, ${mode}: median ${at(median)}, least ${at(least)}, most ${at(most)}`
}

/** 'buy 20, send 7'. Set-up and numbers of the names are left out. */
function kindsOf(outcomes: readonly Outcome[]): string {
  const kinds = new Map<string, number>()
  for (const { name } of outcomes) {
    const kind = name.replace(/^(set up|\d+): /, '')
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')
}

/** Why some could be compared in part only, each reason once. */
function unknownSubjectsOf(outcomes: readonly Outcome[]): readonly string[] {
  const gaps = outcomes.filter(({ verdict }) => verdict === 'partial').flatMap(({ sentences }) => sentences)
  const reasons = new Map<string, number>()
  for (const gap of gaps) {
    const reason = gap.replace(/^[^(]*\(([^)]*)\): /, '$1: ').replace(/; seen: .*$/, '.')
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return [...reasons].map(([reason, count]) => `not compared, ${count} ×: ${reason}`)
}
