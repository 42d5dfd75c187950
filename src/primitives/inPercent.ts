import { formatRatio, mulRatio, type Ratio, ratio } from './ratio.ts'
import { formatSixDecimals } from './sixDecimals.ts'

/** A share in percent, without the sign: '1', '0.5'; what has no end is cut after six decimals, '33.333333…'. */
export function inPercent(share: Ratio): string {
  const hundredfold = mulRatio(share, ratio(100n))
  const text = formatRatio(hundredfold)
  return text.includes('/') ? `${formatSixDecimals((hundredfold.num * 1_000_000n) / hundredfold.den)}…` : text
}
