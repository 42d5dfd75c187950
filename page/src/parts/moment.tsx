/** @jsxImportSource preact */
import { clockAt } from './clock.ts'

/** A time of the chain in the reader's zone, with UTC behind it. */
export function Moment({ at }: { readonly at: string }) {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <span>{at.slice(0, 40)}</span>
  const [here, utc] = (['here', 'UTC'] as const).map(zone => {
    const { date: day, time } = clockAt(date, zone)
    return `${day}, ${time}`
  })
  return (
    <time dateTime={date.toISOString()}>
      {here}
      <span class="utc">{here === utc ? ' UTC' : ` (${utc} UTC)`}</span>
    </time>
  )
}
