import { warningSentence } from '../../messages/warningSentences.ts'
import type { FeePreview, PreviewWarning } from '../../preview/feePreview.ts'
import { REMEDIES } from '../explain/remedies.ts'
import type { TxTerms } from '../options/txTerms.ts'
import { inRegen } from '../render/amounts.ts'
import type { GasEstimate } from './estimateGas.ts'

/** Something that speaks against a transaction, or that a person should know. */
export type Remark = {
  readonly code: string
  /** Which message it is about, '2' or inside it '2.1'; null: the transaction. */
  readonly message: string | null
  readonly text: string
  readonly remedy: string | null
}

/** Whether the chain would refuse a transaction, as far as the ledger tells, and why. */
export type Verdict = {
  readonly refused: boolean
  /** False where something was not known, so that a refusal could have been missed. */
  readonly certain: boolean
  readonly reasons: readonly Remark[]
  readonly notes: readonly Remark[]
}

/** Each message is looked at after those before it, also where the chain would not come to it. */
export const STOPS_AT_FIRST =
  'The chain stops at the first of them, and nothing of the transaction happens. Each is said as if all before it had run.'

/** What leaves open whether something else speaks against it. */
const UNCERTAIN: readonly string[] = [
  'STATE_UNKNOWN',
  'MESSAGE_UNKNOWN',
  'FEE_PARAMS_UNKNOWN',
  'INNER_PACKED',
  'ORIGIN_UNKNOWN',
  'CREATION_FEE_UNKNOWN',
]

/** The warnings of a preview as a verdict, and what a preview does not look at: how long it is valid, and what the node says. */
export function verdictOf(preview: FeePreview, terms: TxTerms | null, estimate: GasEstimate | null): Verdict {
  const remarks = preview.warnings.map(warning => ({ blocks: warning.blocks, ...remarkOf(warning) }))
  const reasons = [
    ...remarks.filter(({ blocks }) => blocks),
    ...timedOut(preview, terms),
    ...(remarks.some(({ blocks }) => blocks) ? [] : simulationRefused(estimate)),
  ]
  return {
    refused: reasons.length > 0,
    certain: !preview.warnings.some(({ code }) => UNCERTAIN.includes(code)),
    reasons: reasons.map(({ code, message, text, remedy }) => ({ code, message, text, remedy })),
    notes: remarks
      .filter(({ blocks }) => !blocks)
      .map(({ code, message, text, remedy }) => ({ code, message, text, remedy })),
  }
}

function remarkOf({ code, facts, messageIndex, path = [] }: PreviewWarning): Remark {
  const message =
    messageIndex === undefined ? null : [messageIndex + 1, ...path.map(inner => inner + 1)].join('.')
  return { code, message, text: inRegen(warningSentence({ code, facts })), remedy: REMEDIES[code] ?? null }
}

function timedOut({ height, time }: FeePreview, terms: TxTerms | null): readonly Remark[] {
  const { timeoutHeight = 0n, timeoutTimestamp = '' } = terms ?? {}
  const isOver = (limit: string) => Date.parse(limit) <= Date.parse(time)
  const remedy = 'Make it again, with a later limit or none.'
  return [
    ...(timeoutHeight > 0n && timeoutHeight <= height
      ? [
          {
            code: 'TIMED_OUT',
            message: null,
            text: `It is valid up to height ${timeoutHeight}, and the chain is at ${height}.`,
            remedy,
          },
        ]
      : []),
    ...(timeoutTimestamp !== '' && isOver(timeoutTimestamp)
      ? [
          {
            code: 'TIMED_OUT',
            message: null,
            text: `It is valid up to ${timeoutTimestamp}, and the chain is at ${time}.`,
            remedy,
          },
        ]
      : []),
  ]
}

/** Where the preview finds nothing and the node, asked to run it, refuses, the node is right. */
const simulationRefused = (estimate: GasEstimate | null): readonly Remark[] =>
  estimate !== null && 'failed' in estimate && estimate.refused
    ? [
        {
          code: 'SIMULATION_REFUSED',
          message: null,
          text: `The node refused to simulate it. ${estimate.failed}`,
          remedy: null,
        },
      ]
    : []
