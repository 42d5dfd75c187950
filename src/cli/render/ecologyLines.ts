import type { MeasuredCo2 } from '../../oracles/measureCo2.ts'
import { formatRatio, ratio } from '../../primitives/ratio.ts'
import { formatSeconds } from '../../primitives/time.ts'
import { counted, shorten } from './text.ts'

/** ΔCO₂ and what it was computed from, source by source. */
export function ecologyLines(measured: MeasuredCo2 | null): readonly string[] {
  if (measured === null) return []
  const { co2, sources } = measured
  return [
    '',
    `ΔCO₂ ${ppm(co2.change)}, by ${co2.source === 'attestation' ? 'attestations on chain' : 'sources outside'}:`,
    ...sources.map(
      ({ from, mean, readings, newest, signers }) =>
        `- ${from}: ${ppm(mean)}, the mean of ${counted(readings, 'reading')}, the newest of ${formatSeconds(newest)}` +
        (signers.length === 0 ? ', unsigned' : `, vouched for by ${signers.map(shorten).join(', ')}`),
    ),
  ]
}

const ppm = ({ num, den }: MeasuredCo2['co2']['change']): string =>
  `${num < 0n ? '-' : ''}${formatRatio(ratio(num < 0n ? -num : num, den))} ppm`
