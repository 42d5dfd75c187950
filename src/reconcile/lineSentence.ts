import type { Facts, GapReason, Line, NotReconciled } from './result.ts'

/**
 * A line in words: where, what was expected, what was seen.
 *
 * @example
 * for (const line of reconciliation.lines) lineSentence(line)
 */
export function lineSentence({ subject, index, path, verdict, differs, expected, seen }: Line): string {
  const what = `${placeText(index, path)}, ${subject}: `
  if (verdict === 'missing') return `${what}expected ${factsText(expected)}, not seen.`
  if (verdict === 'unexpected') return `${what}not expected, seen ${factsText(seen)}.`
  if (verdict === 'not visible')
    return `${what}${factsText(expected)}, of which the events do not tell the amount.`
  if (verdict === 'out of order') return `${what}${factsText(seen)} is seen elsewhere in the order.`
  if (verdict === 'equal') return `${what}${factsText(expected)}, as expected.`
  const changes = differs.map(name => `${name} is ${seen?.[name] ?? 'absent'} instead of ${expected?.[name]}`)
  return `${what}of ${factsText(expected)}, ${changes.join(' and ')}.`
}

/**
 * Why something was not compared, in words.
 *
 * @example
 * for (const gap of reconciliation.notReconciled) gapSentence(gap)
 */
export const gapSentence = ({ index, path, typeUrl, reason, seen }: NotReconciled): string =>
  `${placeText(index, path)}${typeUrl === null ? '' : ` (${typeUrl})`}: not compared, ${WHY[reason]}${
    seen.length === 0 ? '' : `; seen: ${seen.map(({ seen }) => factsText(seen)).join('; ')}`
  }.`

const WHY: { readonly [reason in GapReason]: string } = {
  MESSAGE_UNKNOWN: 'because the message is not in the catalog',
  MESSAGE_DEAD: 'because the message cannot be previewed',
  INNER_PACKED: 'because a message inside was packed as bytes',
  STATE_UNKNOWN: 'because the snapshot did not say what it depends on',
  FEE_PARAMS_UNKNOWN: 'because the marketplace fee rates were not known',
  CREATION_FEE_UNKNOWN: 'because the creation fee was not known',
  BATCH_UNNUMBERED: 'because the number of the new batch could not be told',
  GAS_NOT_PREVIEWED: 'because the preview had no gas limit',
  GAS_PRICE_UNKNOWN: 'because the gas price was not known',
  ESCROW_WITHOUT_AMOUNT: 'because events of sell orders tell neither batch nor amount',
  EVENT_UNREAD: 'because the chain is newer than this SDK',
  NOT_IN_BLOCK: 'because the transaction was refused before it reached a block',
}

const placeText = (index: number | null, path: readonly number[]): string =>
  index === null ? 'Transaction' : `Message ${[index, ...path].join('.')}`

const factsText = (facts: Facts | null): string =>
  facts === null
    ? 'nothing'
    : Object.entries(facts)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')
