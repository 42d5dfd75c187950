import type { FeePreview, MessagePreview } from '../../preview/feePreview.ts'
import type { ProposedPart } from '../../preview/proposed/proposedParts.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { percent, poolsText, regen } from '../render/amounts.ts'
import { type Page, table } from '../render/table.ts'
import { counted, daysOld, shorten } from '../render/text.ts'
import { labelOf } from './previewReport.ts'

/** What M013 would charge: each message with its value, rate and fee, then the total and its four pools. */
export function proposedLines(preview: FeePreview, page: Page): readonly string[] {
  const { total, atLeast, pools, gas, marketplaceFees } = preview.proposed
  const sum = total === null ? `at least ${regen(atLeast)} (a value is not known)` : regen(total)
  return [
    table(
      ['#', 'charged as', 'value', { name: 'rate', align: 'right' }, { name: 'fee', align: 'right' }],
      preview.messages.flatMap(rowsOf),
      page,
    ),
    `Total ${sum}${gas === 'charged' ? ', beside gas' : ', and no gas'}`,
    ...(marketplaceFees === 'included' ? ['Today’s buyer and seller fees would be part of it.'] : []),
    poolsText(pools, regen),
    ...effectLines(preview),
  ]
}

function rowsOf(message: MessagePreview): readonly (readonly string[])[] {
  const { parts, fee, atLeast, minFeeApplied, edges } = message.proposed
  const label = labelOf(message)
  if (parts.length === 0) return [[label, fee === null ? 'not known' : 'nothing', '', '', '']]
  const due = `${fee === null ? `at least ${regen(atLeast)}` : regen(fee)}${minFeeApplied ? '\nthe minimum' : ''}`
  return [
    ...parts.map((part, index) => [
      index === 0 ? label : '',
      `${part.txType}${part.valuation.classId === null ? '' : ` ${part.valuation.classId}`}`,
      `${part.value === null ? 'not known' : regen((part.value.num / part.value.den) as Uregen)}\n${sourceText(part)}`,
      percent(part.rate),
      index === 0 ? due : '',
    ]),
    ...(edges?.low != null && edges.high != null
      ? [
          ['', 'at the edges of its range', '', '1 %', regen(edges.low)],
          ['', '', '', '3 %', regen(edges.high)],
        ]
      : []),
  ]
}

/** Where a value is from. */
function sourceText({ valuation: { source, price, samples, age } }: ProposedPart): string {
  if (source === null) return 'no price'
  if (source === 'order') return price === null ? 'no such order known' : 'ask × quantity'
  if (source === 'explicit') return 'the price given'
  return `${source}, ${counted(samples ?? 0, 'sample')}, ${daysOld(age)}`
}

/** What the proposed fees would do beyond the transaction, where the rest was stated. */
function effectLines({ proposed }: FeePreview): readonly string[] {
  const { supplyEffect, rewardEffect } = proposed
  return [
    ...(supplyEffect === null
      ? []
      : [
          `supply ${regen(supplyEffect.thisPeriod.supplyAfter)} after this period, ${regen(supplyEffect.thisPeriod.supplyAfterWithout)} without this burn; ${regen(supplyEffect.nextPeriod.regrown)} of it grows back in the next`,
        ]),
    ...(rewardEffect?.participants ?? []).map(
      ({ address, low, high }) =>
        `${shorten(address)} would earn ${high === null ? `${regen(low)} or more` : low === high ? regen(low) : `${regen(low)} to ${regen(high)}`} of ${regen(rewardEffect?.pool.high ?? low)}, if the rest of the period is as stated`,
    ),
  ]
}
