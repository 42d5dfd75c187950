import type { AllowedDenom } from '../../messages/ledger.ts'
import { warningSentence } from '../../messages/warningSentences.ts'
import type { FeePreview, MessagePreview } from '../../preview/feePreview.ts'
import type { ProposedFee, ProposedPart } from '../../preview/proposed/proposedFees.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { plain } from '../../primitives/plain.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import { effectLines } from './renderEffects.ts'
import { displayAmount, ink, shorten, table } from './text.ts'

/** A preview as a person reads it: message by message live and proposed side by side, then totals, pools and warnings. */
export function renderPreview(preview: FeePreview, snapshot: LedgerSnapshot, colors: boolean): string {
  const { allowedDenoms } = snapshot.settings
  const denoms = allowedDenoms === 'unknown' ? [] : allowedDenoms
  const heading = (text: string) => ink(colors).bold(text)
  return [
    heading('What it does'),
    ...preview.messages.map(message => `${label(message)}  ${message.sentence}`),
    '',
    table(
      ['#', 'LIVE: fees in force today', 'PROPOSED: M013, not in force'],
      preview.messages.map(message => [
        label(message),
        liveText(message, denoms),
        proposedText(message.proposed),
      ]),
      colors,
    ),
    heading('Live: what leaves the paying accounts'),
    ...liveTotals(preview, denoms),
    '',
    heading(`Proposed (phase ${preview.proposed.phase}, not in force, never added to the live side)`),
    ...proposedTotals(preview),
    ...warningLines(preview, colors),
    '',
    heading('This rests on'),
    ...preview.assumptions.map(
      ({ question, text }) => `- ${text}${question === null ? '' : ` (${question})`}`,
    ),
    `Policy ${preview.policyHash.slice(0, 16)}…`,
  ].join('\n')
}

const label = ({ index, path }: MessagePreview): string =>
  [index + 1, ...path.map(inner => inner + 1)].join('.')

function liveText({ live, purchases, runs, known }: MessagePreview, denoms: readonly AllowedDenom[]): string {
  if (!known) return 'not known'
  if (!runs) return 'only listed; runs if the vote passes'
  const fees = live.map(({ kind, amount, denom }) => `${kind} ${displayAmount(amount, denom, denoms)}`)
  const limits = purchases.flatMap(({ sellOrderId, suggestedMaxFeeAmount }) =>
    suggestedMaxFeeAmount && suggestedMaxFeeAmount.amount > 0n
      ? [
          `order ${sellOrderId}: set maxFeeAmount ${suggestedMaxFeeAmount.amount}${shorten(suggestedMaxFeeAmount.denom)}`,
        ]
      : [],
  )
  return [...fees, ...limits].join('\n') || 'gas only'
}

function proposedText({ parts, fee, atLeast, minFeeApplied, edges }: ProposedFee): string {
  if (parts.length === 0) return fee === null ? 'not known' : 'nothing'
  const total = fee === null ? `not known, at least ${regen(atLeast)}` : regen(fee)
  const range =
    edges?.low != null && edges.high != null ? ` (1 %: ${regen(edges.low)}, 3 %: ${regen(edges.high)})` : ''
  return [`${total}${minFeeApplied ? ', the minimum' : ''}${range}`, ...parts.map(partText)].join('\n')
}

function partText({ txType, value, rate, valuation }: ProposedPart): string {
  const { source, classId, price, samples, age } = valuation
  const worth = value === null ? 'unknown value' : regen((value.num / value.den) as Uregen)
  const detail =
    source === null
      ? 'no price'
      : source === 'order'
        ? price === null
          ? 'no such order known'
          : 'ask × quantity'
        : `${source}, ${samples} sample(s), ${days(age)}`
  return `${txType}${classId === null ? '' : ` ${plain(classId)}`}: ${formatRatio(rate)} of ${worth} (${detail})`
}

const days = (age: bigint | null): string => (age === null ? 'now' : `${age / 86_400n} day(s) old`)

function liveTotals({ live }: FeePreview, denoms: readonly AllowedDenom[]): string[] {
  const { gas, debits, requiredBalances } = live
  const lines = debits.map(({ account, denom, amount }) => {
    const needed =
      requiredBalances.find(other => other.account === account && other.denom === denom)?.amount ?? 0n
    return `${shorten(account)} pays ${displayAmount(amount, denom, denoms)} and must hold ${displayAmount(needed, denom, denoms)}`
  })
  const gasLine =
    gas === null
      ? 'plus gas, which was not asked for (--gas)'
      : gas.fee === null
        ? 'plus gas, whose price is not known'
        : `gas included: ${displayAmount(gas.fee, gas.denom, denoms)} for ${gas.limit} at ${formatRatio(gas.price ?? { num: 0n, den: 1n })}${gas.denom}`
  const more = live.complete ? [] : ['at least: a message is not known, and more may leave']
  return [...(lines.length > 0 || !live.complete ? lines : ['no coins move']), ...more, gasLine]
}

function proposedTotals(preview: FeePreview): string[] {
  const { proposed } = preview
  const { total, atLeast, pools, gas, marketplaceFees } = proposed
  const sum = total === null ? `at least ${regen(atLeast)} (a value is not known)` : regen(total)
  return [
    `total ${sum}${gas === 'charged' ? ', beside gas' : ', and no gas'}`,
    ...(marketplaceFees === 'included' ? ['today’s buyer and seller fees would be part of it'] : []),
    `burn ${regen(pools.burn)} | validators ${regen(pools.validator)} | community ${regen(pools.community)} | agents ${regen(pools.agent)}`,
    ...effectLines(preview),
  ]
}

function warningLines({ warnings }: FeePreview, colors: boolean): string[] {
  if (warnings.length === 0) return []
  const { bold, red, yellow } = ink(colors)
  return [
    '',
    bold('Warnings'),
    ...warnings.map(warning => {
      const { code, blocks, messageIndex } = warning
      const mark = blocks ? red('would fail') : yellow('note')
      const where = messageIndex === undefined ? '' : ` message ${messageIndex + 1}:`
      return `${mark}${where} ${warningSentence(warning)} [${code}]`
    }),
  ]
}

const regen = (amount: Uregen): string => `${formatRegen(amount)} REGEN`
