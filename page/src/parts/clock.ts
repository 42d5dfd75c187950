/** What a clock on the wall shows, in the reader's zone or in UTC. */
export type Clock = {
  /** '21 Nov' */
  readonly day: string
  /** '21 Nov 2026' */
  readonly date: string
  /** '14:29' */
  readonly time: string
  /** '14:29:05' */
  readonly seconds: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date as an English page writes it. The browser's own formats load its data of all languages first, which holds up a slow page for longer than anything may. */
export function clockAt(date: Date, zone: 'here' | 'UTC'): Clock {
  // The fields of a date in UTC are those of one that is moved by the zone.
  const moved = zone === 'UTC' ? date : new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  const two = (value: number) => `${value}`.padStart(2, '0')
  const day = `${moved.getUTCDate()} ${MONTHS[moved.getUTCMonth()]}`
  const time = `${two(moved.getUTCHours())}:${two(moved.getUTCMinutes())}`
  return {
    day,
    date: `${day} ${moved.getUTCFullYear()}`,
    time,
    seconds: `${time}:${two(moved.getUTCSeconds())}`,
  }
}
