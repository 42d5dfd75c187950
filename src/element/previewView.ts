import type { AllowedDenom } from '../messages/ledger.ts'
import { warningSentence } from '../messages/warningSentences.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import { formatAmount } from '../preview/words/formatAmount.ts'
import { formatSentence } from '../preview/words/formatSentence.ts'
import { draw } from './draw.ts'
import type { Texts } from './texts.ts'

export type PreviewView = {
  readonly preview: FeePreview
  readonly denoms: readonly AllowedDenom[]
  readonly texts: Texts
}

const POOLS = ['burn', 'validator', 'community', 'agent'] as const

/** A preview as an article: the verdict, what it does, live and proposed apart, and what to know of it. Its parts are groups, not landmarks: a page may show several. */
export function previewView(view: PreviewView): HTMLElement {
  const { preview, denoms, texts } = view
  const refused = preview.warnings.some(({ blocks }) => blocks)
  return draw(
    'article',
    { part: 'article' },
    draw('h2', {}, texts.title),
    draw('p', { class: refused ? 'bad' : null, role: 'status' }, refused ? texts.refused : texts.fine),
    draw(
      'ul',
      { part: 'messages' },
      ...preview.messages.map(({ sentence }) => draw('li', {}, formatSentence(sentence, denoms))),
    ),
    draw('div', { class: 'sides' }, liveSide(view), proposedSide(view)),
    notes(view),
  )
}

function liveSide({ preview, denoms, texts }: PreviewView): HTMLElement {
  const { debits, gas, complete } = preview.live
  const rows = debits.flatMap(({ account, ...coin }) => [
    draw('dt', {}, `${account} ${texts.pays}`),
    draw('dd', {}, formatAmount(coin, denoms)),
  ])
  const ofGas =
    gas?.fee == null
      ? draw('p', { class: 'quiet' }, texts.gasUnknown)
      : draw(
          'p',
          { class: 'quiet' },
          `${texts.gas}: ${formatAmount({ denom: gas.denom, amount: gas.fee }, denoms)}`,
        )
  return draw(
    'section',
    { class: 'live', part: 'live', role: 'group', 'aria-labelledby': 'live' },
    draw('h3', { id: 'live' }, texts.live),
    rows.length > 0 ? draw('dl', {}, ...rows) : draw('p', {}, texts.nothing),
    complete ? null : draw('p', { class: 'bad' }, texts.incomplete),
    ofGas,
  )
}

function proposedSide({ preview, texts }: PreviewView): HTMLElement {
  const { status, inDebits, total, atLeast, pools } = preview.proposed
  const regen = (amount: bigint) => formatAmount({ denom: 'uregen', amount })
  const shares = POOLS.map(pool => ({
    pool,
    amount: pools[pool],
    text: `${texts[pool]}: ${regen(pools[pool])}`,
  }))
  return draw(
    'section',
    { class: 'proposed', part: 'proposed', role: 'group', 'aria-labelledby': 'proposed' },
    draw(
      'h3',
      { id: 'proposed' },
      status === 'in-force' ? (inDebits ? texts.inDebits : texts.inForce) : texts.proposed,
    ),
    draw(
      'dl',
      {},
      draw('dt', {}, texts.total),
      draw('dd', {}, `${total === null ? `${texts.atLeast} ` : ''}${regen(total ?? atLeast)}`),
    ),
    draw(
      'div',
      { class: 'bar', part: 'pools', role: 'img', 'aria-label': shares.map(({ text }) => text).join(', ') },
      ...shares
        .filter(({ amount }) => amount > 0n)
        .map(({ pool, amount }) => draw('span', { style: `flex:${amount} 1 0;background:var(--${pool})` })),
    ),
    draw(
      'ul',
      { class: 'quiet' },
      ...shares.map(({ pool, text }) => draw('li', { class: 'key', style: `--pool:var(--${pool})` }, text)),
    ),
  )
}

function notes({ preview: { warnings }, denoms, texts }: PreviewView): HTMLElement | null {
  if (warnings.length === 0) return null
  return draw(
    'section',
    { part: 'notes', role: 'group', 'aria-labelledby': 'notes' },
    draw('h3', { id: 'notes' }, texts.notes),
    draw(
      'ul',
      {},
      ...warnings.map(warning =>
        draw(
          'li',
          {},
          draw(
            'span',
            { class: warning.blocks ? 'bad' : 'quiet' },
            `${warning.blocks ? texts.wouldFail : texts.note}: `,
          ),
          formatSentence(warningSentence(warning), denoms),
        ),
      ),
    ),
  )
}
