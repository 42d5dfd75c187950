import type { AllowedDenom } from '../../messages/ledger.ts'
import { warningSentence } from '../../messages/warningSentences.ts'
import { formatCredits, credits as millionths } from '../../primitives/credits.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import type {
  CoinChange,
  CreditChange,
  SignPreview,
  SignRequest,
  TransactionRequest,
} from '../../wallet/index.ts'
import { displayAmount, inRegen } from './amounts.ts'
import type { Ink } from './ink.ts'
import type { Page } from './table.ts'
import { shorten } from './text.ts'

const VERDICTS = {
  ok: 'Nothing speaks against it.',
  warn: 'Look at the notes before you sign.',
  block: 'Do not sign this.',
} as const

/** A request as a wallet would show it: the verdict first, then what it does, who signs, what it costs and changes. */
export function renderSignRequest(
  shown: SignRequest | SignPreview,
  denoms: readonly AllowedDenom[],
  { ink: { bold, red, yellow, green } }: Page,
): readonly string[] {
  const seen = 'request' in shown ? shown : null
  const request = 'request' in shown ? shown.request : shown
  const { action, findings } = shown
  const paint = { ok: green, warn: yellow, block: red }[action]
  const notes = [
    ...findings.map(({ blocks, where, sentence, code }) => ({
      blocks,
      text: `${where}: ${sentence} [${code}]`,
    })),
    ...(seen?.preview?.warnings ?? []).map(warning => ({
      blocks: warning.blocks,
      text: `${warningSentence(warning)} [${warning.code}]`,
    })),
  ]
  return [
    paint(VERDICTS[action]),
    ...notes.map(({ blocks, text }) => `${blocks ? red('would fail') : yellow('note')} ${inRegen(text)}`),
    '',
    ...(request.kind === 'transaction'
      ? [...transactionLines(request, denoms, bold), ...(seen ? changeLines(seen, denoms, bold) : [])]
      : [request.sentence]),
  ]
}

function transactionLines(
  request: TransactionRequest,
  denoms: readonly AllowedDenom[],
  bold: Ink['bold'],
): readonly string[] {
  const { sentences, signers, fee, feePayer, memo, chainId, mode, timeoutHeight } = request
  const coins = fee.coins.map(({ denom, amount }) => displayAmount(amount, denom, denoms))
  return [
    bold('What it does'),
    ...sentences.map(
      ({ index, path, sentence, runs }) =>
        `${[index + 1, ...path.map(inner => inner + 1)].join('.')}  ${inRegen(sentence)}${runs ? '' : ' (only if a vote passes)'}`,
    ),
    '',
    `Chain ${sanitize(chainId)}, ${mode === 'amino' ? 'amino JSON' : 'direct'}. Signed by ${signers.map(sanitize).join(', ') || 'nobody that is known'}.`,
    `Gas fee ${coins.join(', ') || 'none'} for at most ${fee.gasLimit} gas, paid by ${feePayer === null ? 'a signer that is not known' : sanitize(feePayer)}.`,
    `Memo: ${memo === '' ? 'none' : sanitize(memo)}`,
    ...(timeoutHeight > 0n ? [`Valid up to height ${timeoutHeight}`] : []),
  ]
}

function changeLines(
  { coins, credits, preview }: SignPreview,
  denoms: readonly AllowedDenom[],
  bold: Ink['bold'],
): readonly string[] {
  const proposed = preview?.proposed
  const total = proposed?.total ?? proposed?.atLeast ?? 0n
  return [
    '',
    bold('Before and after'),
    ...coins.map(change => coinLine(change, denoms)),
    ...credits.map(creditLine),
    '',
    `${proposed?.status === 'in-force' ? 'Taken by M013, in force on this chain' : 'Proposed by M013, not in force'}, in no amount above: ${proposed?.total === null ? 'at least ' : ''}${displayAmount(total, 'uregen', denoms)}.`,
  ]
}

const signed = (change: bigint, amount: (value: bigint) => string): string =>
  `${change < 0n ? '−' : '+'}${amount(change < 0n ? -change : change)}`

function coinLine(
  { account, denom, before, change, after }: CoinChange,
  denoms: readonly AllowedDenom[],
): string {
  const text = (amount: bigint) => displayAmount(amount, denom, denoms)
  return `${shorten(sanitize(account))}  ${signed(change, text)}${standing(before, after, text)}`
}

function creditLine({ account, batchDenom, state, before, change, after }: CreditChange): string {
  const text = (amount: bigint) => formatCredits(millionths(amount))
  return `${shorten(sanitize(account))}  ${signed(change, text)} ${sanitize(batchDenom)} ${state}${standing(before, after, text)}`
}

function standing(before: bigint | null, after: bigint | null, text: (amount: bigint) => string): string {
  if (before === null || after === null) return ' (what it holds is not known)'
  return after < 0n ? ` (holds only ${text(before)})` : ` (${text(before)} → ${text(after)})`
}
