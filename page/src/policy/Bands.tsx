/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Chart } from '../parts/Chart.tsx'
import { download } from '../parts/download.ts'
import { Explained } from '../parts/explain.tsx'
import { pictureOf } from '../parts/picture.ts'
import { Lines } from '../parts/Table.tsx'
import { chartOf, csvOf, type ShownColumn, type Studies } from './studies.ts'

/** What the runs under one or two policies came to: as bands, in numbers, and as files. */
export function Bands({
  studies,
  shown: { name, title, unit, scale },
}: {
  readonly studies: Studies
  readonly shown: ShownColumn
}) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null)
  const { a, b, hashes } = studies
  const savePicture = async () => {
    if (canvas === null) return
    const picture = await pictureOf(canvas, [
      [`${title} over five years, ${unit}`, 'text'],
      [`A: policy ${hashes.a.slice(0, 16)}…`, 'community'],
      ...(b === null ? [] : [[`B: policy ${hashes.b.slice(0, 16)}…`, 'agent'] as const]),
      [
        `Proposed, not in force. A scenario of ${a.runs} runs each: half of them lie in the dark band,`,
        'quiet',
      ],
      ['nine of ten in the light one. Not a forecast.', 'quiet'],
    ])
    if (picture !== null) download(`${name}.png`, 'image/png', picture)
  }
  return (
    <>
      <Chart
        label={`${title} over five years: the middle of the runs and their bands`}
        {...chartOf(studies, name, scale)}
        isTime={false}
        xLabel="years"
        unit={unit}
        height={280}
        onCanvas={setCanvas}
      />
      <p class="quiet">
        <span class="swatch community" aria-hidden="true" /> A{b === null ? '' : ' · '}
        {b === null ? null : (
          <>
            <span class="swatch agent" aria-hidden="true" /> B
          </>
        )}{' '}
        · {a.runs} runs each; not one uregen appeared or disappeared:{' '}
        {a.proven && b?.proven !== false ? 'the sums agree' : 'THE SUMS DO NOT AGREE'}.
      </p>
      <Ends {...{ studies, name, title, scale, unit }} />
      <p class="row wrap">
        <button type="button" onClick={() => download(`${name}.csv`, 'text/csv', csvOf(studies, name))}>
          CSV
        </button>
        <button type="button" disabled={canvas === null} onClick={() => void savePicture()}>
          Picture
        </button>
      </p>
    </>
  )
}

const QUANTILES = [
  ['one of twenty is below', 'p5'],
  ['a quarter is below', 'p25'],
  ['the middle', 'p50'],
  ['a quarter is above', 'p75'],
  ['one of twenty is above', 'p95'],
] as const

/** How it ends, in numbers: what the chart shows at its right edge. */
function Ends({ studies: { a, b }, name, title, scale, unit }: { readonly studies: Studies } & ShownColumn) {
  const text = (value: number) => (value / scale).toLocaleString(undefined, { maximumFractionDigits: 0 })
  const rows = [['A', a] as const, ...(b === null ? [] : [['B', b] as const])]
  return (
    <Lines
      label="After five years"
      rows={rows.map(([label, study]) => {
        const last = study.bands[name].at(-1)
        return [
          `${label}, after five years`,
          last === undefined ? (
            ''
          ) : (
            <Explained
              about={{
                title: `${title} after five years, policy ${label}`,
                text: 'Half of the runs end below the middle one; nine of ten between the outer two.',
                formula: 'the quantiles of the runs, week 260',
                operands: QUANTILES.map(([name, of]) => [name, `${text(last[of])} ${unit}`]),
                source: `${study.runs} runs of the scenario of the simulation specification; a scenario, not a forecast`,
              }}
            >
              {text(last.p50)} {unit}; nine of ten runs between {text(last.p5)} and {text(last.p95)}
            </Explained>
          ),
        ] as const
      })}
    />
  )
}
