/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ChartProps } from './Plot.tsx'

/** A chart of numbers for the eye. The exact ones stand in a table beside it. What draws it is loaded once there is one; its room is kept from the beginning. */
export function Chart(props: ChartProps) {
  const [Plot, setPlot] = useState<ComponentType<ChartProps> | null>(null)
  useEffect(() => {
    let isOver = false
    loadPlot().then(
      loaded => {
        if (!isOver) setPlot(() => loaded)
      },
      // Without it the numbers are still there.
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [])
  return (
    <div class="chart-room" style={{ minHeight: `${props.height ?? 240}px` }}>
      {Plot === null ? null : <Plot {...props} />}
    </div>
  )
}

async function loadPlot(): Promise<ComponentType<ChartProps>> {
  // The browser loads its data of all languages when they are first asked for, as uPlot does when it begins: here it is a task of its own.
  await new Promise(resolve => setTimeout(resolve))
  Intl.supportedValuesOf('calendar')
  await new Promise(resolve => setTimeout(resolve))
  return (await import('./Plot.tsx')).Plot
}
