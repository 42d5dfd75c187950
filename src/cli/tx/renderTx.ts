import type { TxResult } from '../../node/decode/blocks/txResult.ts'
import type { TxFailure } from '../../node/events/failures/explainFailure.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { gapSentence, lineSentence } from '../../reconcile/lineSentence.ts'
import { displayAmount, inRegen } from '../render/amounts.ts'
import type { Page } from '../render/table.ts'
import { counted } from '../render/text.ts'
import type { DescribedMessage, DescribedSigner, DescribedTx } from './describeTx.ts'
import type { PastReconciliation } from './reconcileTx.ts'

/** What a node says of a transaction: null where no block of it has it. */
export type TxLookup = {
  readonly chainId: string
  readonly found: (TxResult & { readonly failure: TxFailure | null }) | null
  readonly past: PastReconciliation | null
}

/** A transaction as a person reads it; `seen` is null where no node was asked. */
export function renderTx(tx: DescribedTx, seen: TxLookup | null, { ink: { bold } }: Page): readonly string[] {
  return [
    bold(`Transaction ${tx.hash}`),
    ...(tx.exact ? [] : ['Its bytes hold something that is not shown here: never sign such a transaction.']),
    ...(seen === null ? [] : [whereText(seen)]),
    '',
    bold('Messages'),
    ...tx.sentences.map(messageText),
    '',
    feeText(tx),
    `Memo: ${tx.memo === '' ? 'none' : sanitize(tx.memo)}`,
    ...(tx.timeoutHeight > 0n ? [`Valid up to height ${tx.timeoutHeight}`] : []),
    ...tx.signers.map(signerText),
    ...(seen?.past ? ['', bold('Held against a preview'), ...pastLines(seen.past)] : []),
  ]
}

const messageText = ({ index, path, sentence }: DescribedMessage): string =>
  `${[index + 1, ...path.map(inner => inner + 1)].join('.')}  ${inRegen(sentence)}`

function whereText({ chainId, found }: TxLookup): string {
  if (found === null) return `No block of ${sanitize(chainId)} has it, as far as this node knows.`
  const { height, failure, gasUsed, gasWanted } = found
  const where = `Block ${height} of ${sanitize(chainId)}, gas ${gasUsed} of ${gasWanted}`
  if (failure === null) return `${where}: succeeded.`
  return `${where}: failed. ${failure.meaning} The chain says: ${sanitize(failure.reason)} (${sanitize(failure.codespace)} ${failure.code}).`
}

function feeText({ fee }: DescribedTx): string {
  if (fee === null) return 'Fee: none'
  const { amount, gasLimit, payer, granter } = fee
  const coins = amount.map(({ denom, amount }) => displayAmount(BigInt(amount), sanitize(denom), []))
  const by = granter
    ? `, from the allowance of ${sanitize(granter)}`
    : payer
      ? `, paid by ${sanitize(payer)}`
      : ''
  return `Fee: ${coins.join(', ') || 'none'} for at most ${gasLimit} gas${by}`
}

const signerText = ({ address, keyType, mode, sequence }: DescribedSigner): string =>
  `Signed by ${address ?? sanitize(keyType ?? 'a key that it does not carry')}, ${mode}, sequence ${sequence}`

function pastLines(past: PastReconciliation): readonly string[] {
  if ('notRead' in past) return [`The state at height ${past.height} could not be read: ${past.notRead}`]
  const { status, lines, differences, notReconciled } = past.reconciliation
  const equal = lines.filter(({ verdict }) => verdict === 'equal').length
  return [
    `${status}: ${equal} of ${counted(lines.length, 'line')} as previewed on the state at height ${past.height}.`,
    ...differences.map(lineSentence),
    ...notReconciled.map(gapSentence),
  ].map(line => inRegen(line.replace(/[^\S ]/g, ' ')))
}
