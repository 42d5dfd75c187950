import {
  gapSentence,
  lineSentence,
  type Regen,
  readFeeParams,
  readStatus,
  type SigningMode,
} from '../../src/client.ts'
import type { FeeParams } from '../../src/mechanisms/live-marketplace-fees/params.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import type { Action } from './actions/action.ts'
import { drawAction } from './drawAction.ts'
import { setMarketplaceFees, whyNoGovernance } from './marketplaceFees.ts'
import { seededRandom } from './random.ts'
import type { LiveReport, Outcome } from './report.ts'
import type { Send, SentAction } from './send.ts'
import { setUp } from './setUp.ts'
import { tour } from './tour.ts'
import { readVersions } from './versions.ts'
import { readWorld } from './world.ts'

export type LiveOptions = {
  readonly regen: Regen
  /** Addresses of three people; the first pays for what is set up. */
  readonly people: readonly string[]
  /** The address of a validator's operator, with which fees are set. */
  readonly governor: string
  readonly seed: number
  /** How many random transactions. */
  readonly runs: number
  /** The marketplace fees to set, one after the other, where governance can. */
  readonly feesToSet: readonly FeeParams[]
  /** Whether every other message of the catalog is sent once. Default: yes. */
  readonly withTour?: boolean
  readonly send: Send
  readonly pause: (milliseconds: number) => Promise<void>
  /** Hears of each step as it is done. */
  readonly say: (text: string) => void
  /** Hears which part of the run has ended. */
  readonly mark?: (name: string) => Promise<void>
}

/** What the chain refuses, or the preview did not let pass: something the run should have known. Everything else ends the run. */
const REFUSED = /^(PREVIEW_BLOCKS|SIMULATION_REFUSED|TX_REFUSED|TX_FAILED)$/

/**
 * Makes a class, a project, batches, orders and a basket of its own, sets fees where it can, and sends random transactions, each
 * previewed, signed, broadcast and reconciled.
 */
export async function liveRun(options: LiveOptions): Promise<LiveReport> {
  const { regen, people, governor, seed, runs, send, say, pause, mark = async () => {} } = options
  if (regen.chainId === 'regen-1')
    throw new Error(
      'A live run spends and burns what it holds: not on regen-1, where that is worth something.',
    )
  const random = seededRandom(seed)
  const outcomes: Outcome[] = []
  const notes: string[] = []
  const versions = await readVersions(regen)
  const { height: from } = await readStatus(regen.rpc)
  let number = 0

  /** Sends in direct and in amino mode by turns; governance and anchored data in direct mode. */
  async function sendNext(action: Action): Promise<SentAction> {
    const mode: SigningMode =
      number++ % 2 === 0 || /^governance|^tour: Msg(Anchor|Attest|RegisterResolver)$/.test(action.name)
        ? 'direct'
        : 'amino'
    try {
      const sent = await send(action, mode)
      const outcome = outcomeOf(action.name, mode, sent)
      outcomes.push(outcome)
      say(`${outcome.verdict.padEnd(9)} ${action.name}, ${mode}, height ${sent.height}`)
      for (const sentence of outcome.verdict === 'different' ? outcome.sentences : []) say(`    ${sentence}`)
      return sent
    } catch (error) {
      if (!isRegenError(error) || !REFUSED.test(error.code)) throw error
      const { name } = action
      outcomes.push({ name, mode, verdict: 'refused', height: null, gas: null, sentences: [error.message] })
      say(`refused   ${name}, ${mode}: ${error.message}`)
      throw error
    }
  }

  const own = await setUp(regen, people, random, sendNext)
  notes.push(`class ${own.classId}, project ${own.projectId}, basket ${own.basketDenom}`)
  await mark('listed')
  if (options.withTour !== false) await tour(regen, own, people, sendNext)

  const noGovernance = await whyNoGovernance(regen, governor)
  const phases = noGovernance === null ? options.feesToSet : []
  if (noGovernance !== null) notes.push(`fees as they were: ${noGovernance}`)
  for (const [phase, fees] of [...(phases.length > 0 ? phases : [null])].entries()) {
    if (fees !== null) {
      const why = await setMarketplaceFees(regen, governor, fees, sendNext, pause)
      if (why !== null) notes.push(`fees as they were: ${why}`)
      await mark(`fees set ${phase + 1}`)
    }
    const last = Math.ceil((runs * (phase + 1)) / Math.max(1, phases.length))
    const first = outcomes.length
    for (let turn = Math.ceil((runs * phase) / Math.max(1, phases.length)); turn < last; turn++) {
      const { name, ...action } = drawAction(await readWorld(regen, own, people), random)
      await sendNext({ ...action, name: `${turn + 1}: ${name}` }).catch(stopUnlessRefused)
    }
    const inForce = await readFeeParams(await regen.ledger())
    notes.push(`${outcomes.length - first} random transactions with the fees ${JSON.stringify(inForce)}`)
    await mark(`fees used ${phase + 1}`)
  }

  const { height: to } = await readStatus(regen.rpc)
  return { chainId: regen.chainId, versions, seed, from, to, outcomes, notes }
}

function outcomeOf(name: string, mode: SigningMode, { height, gas, reconciliation }: SentAction): Outcome {
  const { status, differences, notReconciled } = reconciliation
  const verdict = status === 'failed' ? 'refused' : status
  const sentences = [...differences.map(lineSentence), ...notReconciled.map(gapSentence)]
  return { name, mode, verdict, height, gas, sentences }
}

function stopUnlessRefused(error: unknown): void {
  if (!isRegenError(error) || !REFUSED.test(error.code)) throw error
}
