/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import { type Clock, clockAt } from './clock.ts'

/** One line or cloud of points; colours are names of the page's own. */
export type Series = {
  readonly label: string
  readonly color: string
  readonly values: readonly (number | null)[]
  readonly points?: boolean
  readonly dashed?: boolean
  readonly width?: number
}

export type ChartProps = {
  /** What it shows, for those who do not see it. */
  readonly label: string
  readonly x: readonly number[]
  readonly isTime: boolean
  readonly xLabel?: string
  readonly series: readonly Series[]
  /** Between which series a ground is laid, by their index: upper and lower. */
  readonly bands?: readonly (readonly [upper: number, lower: number, color: string])[]
  readonly unit: string
  readonly height?: number
  readonly onCanvas?: (canvas: HTMLCanvasElement) => void
}

/** A chart, drawn by uPlot. `Chart` loads it. */
export function Plot(props: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = JSON.stringify([props.x, props.series, props.bands, props.unit])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` says when something else is to be seen
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    let plot: uPlot | null = null
    const draw = () => {
      plot?.destroy()
      plot = new uPlot(optionsOf(props, element.clientWidth), dataOf(props), element)
      props.onCanvas?.(plot.ctx.canvas)
    }
    draw()
    const watcher = new ResizeObserver(() =>
      plot?.setSize({ width: element.clientWidth, height: props.height ?? 240 }),
    )
    watcher.observe(element)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    return () => {
      watcher.disconnect()
      dark.removeEventListener('change', draw)
      plot?.destroy()
    }
  }, [drawn])
  return <div ref={box} class="chart" role="img" aria-label={props.label} />
}

const dataOf = ({ x, series }: ChartProps): uPlot.AlignedData =>
  [[...x], ...series.map(({ values }) => [...values])] as uPlot.AlignedData

function optionsOf(
  { isTime, xLabel, series, bands = [], unit, height = 240 }: ChartProps,
  width: number,
): uPlot.Options {
  const style = getComputedStyle(document.documentElement)
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const axis = {
    stroke: color('quiet'),
    grid: { stroke: color('line'), width: 1 },
    ticks: { stroke: color('line'), width: 1 },
    font: '12px system-ui, sans-serif',
    labelFont: '12px system-ui, sans-serif',
  }
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 28, 0, 0],
    scales: { x: { time: isTime } },
    axes: [
      {
        ...axis,
        ...(isTime && { values: timeLabels, space: 90 }),
        ...(xLabel !== undefined && { label: xLabel, labelSize: 18 }),
      },
      {
        ...axis,
        size: 64,
        label: unit,
        labelSize: 18,
        values: (_, ticks) => ticks.map(shortNumber),
      },
    ],
    series: [
      {},
      ...series.map(({ label, color: name, points = false, dashed = false, width = 2 }) => ({
        label,
        stroke: points ? 'transparent' : color(name),
        width,
        ...(dashed && { dash: [6, 5] }),
        points: points ? { show: true, size: 8, stroke: color(name), fill: color(name) } : { show: false },
      })),
    ],
    bands: bands.map(([upper, lower, name]) => ({
      series: [upper + 1, lower + 1] as [number, number],
      fill: `color-mix(in srgb, ${color(name)} 22%, transparent)`,
    })),
  }
}

/** Times in the reader's zone: as much of each as the marks differ in. */
function timeLabels(_: uPlot, ticks: readonly number[]): string[] {
  const [first = 0] = ticks
  const last = ticks.at(-1) ?? first
  const step = ticks.length < 2 ? 0 : (last - first) / (ticks.length - 1)
  const part: keyof Clock = step >= 86_400 ? 'day' : step >= 60 ? 'time' : 'seconds'
  return ticks.map(tick => clockAt(new Date(tick * 1000), 'here')[part])
}

/** 224000000 as '224M': an axis says how much, not exactly. */
const shortNumber = (value: number): string =>
  Math.abs(value) >= 1e6
    ? `${Number((value / 1e6).toPrecision(4))}M`
    : Math.abs(value) >= 1e4
      ? `${Number((value / 1e3).toPrecision(4))}k`
      : `${Number(value.toPrecision(5))}`
