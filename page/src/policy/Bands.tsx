/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Chart } from '../parts/Chart.tsx'
import { download } from '../parts/download.ts'
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
      <Ends studies={studies} name={name} scale={scale} unit={unit} />
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

/** How it ends, in numbers: what the chart shows at its right edge. */
function Ends({
  studies: { a, b },
  name,
  scale,
  unit,
}: { readonly studies: Studies } & Omit<ShownColumn, 'title'>) {
  const text = (value: number) => (value / scale).toLocaleString(undefined, { maximumFractionDigits: 0 })
  const rows = [['A', a] as const, ...(b === null ? [] : [['B', b] as const])]
  return (
    <Lines
      label="After five years"
      rows={rows.map(([label, study]) => {
        const last = study.bands[name].at(-1)
        return [
          `${label}, after five years`,
          last === undefined
            ? ''
            : `${text(last.p50)} ${unit}; nine of ten runs between ${text(last.p5)} and ${text(last.p95)}`,
        ] as const
      })}
    />
  )
}
