/** @jsxImportSource preact */
const SHORT: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
}

/** A time of the chain in the reader's zone, with UTC behind it. */
export function Moment({ at }: { readonly at: string }) {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <span>{at.slice(0, 40)}</span>
  const here = date.toLocaleString(undefined, SHORT)
  const utc = date.toLocaleString(undefined, { ...SHORT, timeZone: 'UTC' })
  return (
    <time dateTime={date.toISOString()}>
      {here}
      <span class="utc">{here === utc ? ' UTC' : ` (${utc} UTC)`}</span>
    </time>
  )
}
