import { type Fill, fillSentence } from '../../orders/fill.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { denomsOf } from '../../preview/words/denomNames.ts'
import { toJson } from '../../primitives/canonical.ts'
import { formatCredits } from '../../primitives/credits.ts'
import { displayAmount } from '../render/amounts.ts'
import { type Page, table } from '../render/table.ts'
import { renderPreview } from './renderPreview.ts'
import type { Verdict } from './verdict.ts'

/** A purchase that was sent and is in a block. */
export type SentPurchase = { readonly txHash: string; readonly height: bigint }

/** All that the command buy says. */
export type BuyReport = {
  readonly fill: Fill
  readonly preview: FeePreview
  readonly verdict: Verdict
  readonly snapshot: LedgerSnapshot
  readonly note: string
  readonly sent: readonly SentPurchase[]
}

/** A fill as a person reads it: order by order, the totals and why not more; then the message, and its preview. */
export function renderBuy(
  { fill, preview, verdict, snapshot, note, sent }: BuyReport,
  page: Page,
): readonly string[] {
  const denoms = denomsOf(snapshot)
  const amount = (value: bigint, denom: string) => displayAmount(value, denom, denoms)
  const { bold } = page.ink
  const gas = preview.live.gas
  if (fill.purchases.length === 0) return [fillSentence(fill.why), note]
  return [
    ...sent.map(({ txHash, height }) => bold(`Sent: ${txHash}, in block ${height}.`)),
    bold(
      `${formatCredits(fill.credits)} credits for ${fill.cost.map(coin => amount(coin.amount, coin.denom)).join(' and ')}, fees included`,
    ),
    `${fillSentence(fill.why)}${fill.missing !== null && fill.missing > 0n ? ` ${formatCredits(fill.missing)} are missing.` : ''}`,
    ...fill.left.map(coin => `Left of the budget: ${amount(coin.amount, coin.denom)}.`),
    '',
    table(
      [
        { name: 'order', align: 'right' },
        'batch',
        { name: 'credits', align: 'right' },
        { name: 'price of one', align: 'right' },
        { name: 'you pay', align: 'right' },
      ],
      fill.purchases.map(({ sellOrderId, batchDenom, quantity, askAmount, denom, debit, expired }) => [
        `${sellOrderId}${expired ? ' (expired)' : ''}`,
        batchDenom,
        formatCredits(quantity),
        amount(askAmount, denom),
        amount(debit, denom),
      ]),
      page,
    ),
    '',
    bold('The message'),
    ...JSON.stringify(toJson(fill.messages), null, 2).split('\n'),
    '',
    ...renderPreview(
      {
        preview,
        verdict,
        gas: {
          basis: 'typical',
          limit: gas?.limit ?? null,
          payer: gas?.payer ?? null,
          denom: gas?.denom ?? null,
          price: gas?.price ?? null,
          fee: gas?.fee ?? null,
          note: null,
        },
        terms: null,
        snapshot,
        note,
      },
      page,
    ),
  ]
}
