/** @jsxImportSource preact */
import type { AllowedDenom } from '../../../src/messages/ledger.ts'
import { formatAmount } from '../../../src/preview/words/formatAmount.ts'
import type { Coin } from '../../../src/primitives/coin.ts'
import { inPercent } from '../../../src/primitives/inPercent.ts'
import type { Ratio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { formatSixDecimals } from '../../../src/primitives/sixDecimals.ts'
import { Explained, type Explanation } from './explain.tsx'

export type Denoms = readonly AllowedDenom[] | 'unknown'

/** An amount as people write it. Its exact smallest units stand behind it, as the chain and the command line write them. */
export function Amount({
  amount,
  denom = 'uregen',
  denoms = [],
  signed = false,
  about,
}: {
  readonly amount: bigint
  readonly denom?: string
  readonly denoms?: Denoms
  readonly signed?: boolean
  /** Every amount says what stands behind it. */
  readonly about: Explanation
}) {
  const text = coinText(amount, denom, denoms)
  const [figure = '', ...unit] = text.split(' ')
  return (
    <Explained
      about={{ ...about, operands: [...(about.operands ?? []), ['exactly', `${amount}${sanitize(denom)}`]] }}
    >
      <data class="amount" value={`${amount}${denom}`}>
        {signed && amount > 0n ? '+' : ''}
        <Digits text={figure.replace('-', '−')} /> <span class="unit">{unit.join(' ')}</span>
      </data>
    </Explained>
  )
}

/** Amounts of several denoms, or in words that there is none. */
export function Coins({ coins, about }: { readonly coins: readonly Coin[]; readonly about: Explanation }) {
  if (coins.length === 0) return <Explained about={about}>nothing</Explained>
  const amounts = coins.map(({ denom, amount }) => <Amount key={denom} {...{ amount, denom, about }} />)
  return <>{amounts.flatMap((amount, at) => (at === 0 ? [amount] : [', ', amount]))}</>
}

/** So many credits, to the millionth, and what is behind the number. */
export function CreditsAmount({
  amount,
  signed = false,
  about,
}: {
  readonly amount: bigint
  readonly signed?: boolean
  readonly about: Explanation
}) {
  const size = formatSixDecimals(amount < 0n ? -amount : amount)
  return (
    <Explained about={about}>
      <data class="amount" value={`${amount < 0n ? '-' : ''}${size}`}>
        {amount < 0n ? '−' : signed && amount > 0n ? '+' : ''}
        <Digits text={size} /> <span class="unit">credits</span>
      </data>
    </Explained>
  )
}

/** Thousands stand apart for the eye; the text has no gaps, so that it can be copied and compared. */
function Digits({ text }: { readonly text: string }) {
  const [, sign = '', whole = '', rest = ''] = /^([−+]?)(\d+)(.*)$/.exec(text) ?? []
  if (whole.length <= 4) return <>{text}</>
  const first = whole.length % 3
  const groups = [whole.slice(0, first), ...(whole.slice(first).match(/\d{3}/g) ?? [])].filter(
    group => group !== '',
  )
  return (
    <>
      {sign}
      {groups.map((group, index) => (
        <span key={index} class="thousand">
          {group}
        </span>
      ))}
      {rest}
    </>
  )
}

/** '59.228369 REGEN'; the long hashes of coins of other chains are cut. */
export function coinText(amount: bigint, denom: string, denoms: Denoms = []): string {
  const text = sanitize(formatAmount({ denom, amount }, denoms))
  return text.length > 60 ? `${text.slice(0, 28)}…${text.slice(-6)}` : text
}

/** 'regen160z6…aa2qg'. */
export const shortAddress = (address: string): string =>
  address.length > 24 ? `${sanitize(address.slice(0, 12))}…${sanitize(address.slice(-5))}` : sanitize(address)

export function Address({ of }: { readonly of: string }) {
  return (
    <span class="address" title={sanitize(of)}>
      {shortAddress(of)}
    </span>
  )
}

/** A share as people read it: '1 %', '0.5 %', '33.333333… %'. */
export const percent = (share: Ratio): string => `${inPercent(share)} %`
