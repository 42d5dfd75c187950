import type { AllowedDenom } from '../../messages/ledger.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { denomsOf } from '../../preview/words/denomNames.ts'
import { nameOf } from '../../preview/words/formatAmount.ts'
import { formatSentence } from '../../preview/words/formatSentence.ts'
import type { TxTerms } from '../options/txTerms.ts'
import { displayAmount } from '../render/amounts.ts'
import type { Page } from '../render/table.ts'
import { counted, shorten } from '../render/text.ts'
import { labelOf, type PreviewReport } from './previewReport.ts'
import { liveLines } from './renderLive.ts'
import { proposedLines } from './renderProposed.ts'
import { type Remark, STOPS_AT_FIRST, type Verdict } from './verdict.ts'

/** A preview as a person reads it: the verdict, what it does, what it costs today line by line, what M013 would charge, and notes. */
export function renderPreview(report: PreviewReport, page: Page): readonly string[] {
  const { preview, verdict, terms, note, snapshot } = report
  const { bold } = page.ink
  const denoms = denomsOf(snapshot)
  return [
    ...verdictLines(verdict, page),
    note,
    '',
    bold('What it does'),
    ...preview.messages.map(message => `${labelOf(message)}  ${formatSentence(message.sentence, denoms)}`),
    ...termLines(terms, denoms),
    '',
    bold('LIVE: in force today'),
    ...liveLines(report, denoms, page),
    ...denomLegend(usedIn(preview), snapshot),
    '',
    bold(
      preview.proposed.status === 'in-force'
        ? `IN FORCE: M013, by ${shorten(preview.proposed.source)} (phase ${preview.proposed.phase}; ${preview.proposed.inDebits ? 'it is in the amounts above' : 'not added to the above'})`
        : `PROPOSED: M013, not in force (phase ${preview.proposed.phase}; never added to the above)`,
    ),
    ...proposedLines(preview, page),
    ...(verdict.notes.length > 0 ? ['', bold('Notes'), ...verdict.notes.flatMap(remarkLines)] : []),
    '',
    bold('This rests on'),
    ...preview.assumptions.map(
      ({ question, text }) => `- ${text}${question === null ? '' : ` (${question})`}`,
    ),
    `Policy ${preview.policyHash.slice(0, 16)}…`,
  ]
}

/** The denoms of every coin that moves. */
const usedIn = ({ live, messages }: FeePreview): readonly string[] => [
  ...live.debits.map(({ denom }) => denom),
  ...messages.flatMap(({ movements }) => movements.map(({ denom }) => denom)),
]

function verdictLines({ refused, certain, reasons }: Verdict, { ink }: Page): readonly string[] {
  if (refused)
    return [
      ink.red(`The chain would refuse this: ${counted(reasons.length, 'reason')}`),
      ...reasons.flatMap(remarkLines),
      ...(new Set(reasons.map(({ message }) => message)).size > 1 ? [STOPS_AT_FIRST] : []),
      '',
    ]
  return [
    certain
      ? 'Nothing speaks against it on this state.'
      : ink.yellow('Nothing known speaks against it, but not everything could be checked: see the notes.'),
  ]
}

const remarkLines = ({ code, message, text, remedy }: Remark): readonly string[] => [
  `- ${message === null ? '' : `message ${message}: `}${text} [${code}]`,
  ...(remedy === null ? [] : [`  ${remedy}`]),
]

/** What the transaction says beside its messages. */
function termLines(terms: TxTerms | null, denoms: readonly AllowedDenom[]): readonly string[] {
  if (terms === null) return []
  const { fee, memo, timeoutHeight, timeoutTimestamp } = terms
  const coins = fee?.coins.map(({ amount, denom }) => displayAmount(amount, denom, denoms)).join(', ')
  const by = fee?.granter
    ? `, from the allowance of ${fee.granter}`
    : fee?.payer
      ? `, paid by ${fee.payer}`
      : ''
  return [
    ...(fee === null ? [] : [`Fee offered: ${coins || 'none'} for at most ${fee.gasLimit} gas${by}`]),
    ...(memo === '' ? [] : [`Memo: ${memo}`]),
    ...(timeoutHeight > 0n ? [`Valid up to height ${timeoutHeight}`] : []),
    ...(timeoutTimestamp === '' ? [] : [`Valid up to ${timeoutTimestamp}`]),
  ]
}

/** What stands behind the symbols of a screen: the bank's denom in full, and where it came from. REGEN needs none. */
function denomLegend(used: readonly string[], snapshot: LedgerSnapshot): readonly string[] {
  const names = denomsOf(snapshot)
  return [...new Set(used)].sort().flatMap(denom => {
    const name = nameOf(denom, names)
    if (name === null || denom === 'uregen') return []
    const trace = snapshot.denomNames?.find(found => found.denom === denom)?.trace ?? null
    return [
      `${name.symbol}: 1 is ${10n ** BigInt(name.exponent)} ${denom}${trace === null ? '' : `, which came from ${trace.path}/${trace.base}`}`,
    ]
  })
}
