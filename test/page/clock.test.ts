import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { clockAt } from '../../page/src/parts/clock.ts'

/** Dates are written without the browser's formats, and say what those say. */

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** Whole hours, half an hour, three quarters; north and south; one that skipped a day. */
const ZONES = [
  ...['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Asia/Kathmandu'],
  ...['Australia/Lord_Howe', 'Pacific/Apia'],
]

test.each(ZONES)('a date in the zone of the reader and in UTC is that of the browser’s formats: %s', name => {
  process.env['TZ'] = name
  const formats = {
    here: new Intl.DateTimeFormat('en-GB', { ...PARTS, timeZone: name }),
    UTC: new Intl.DateTimeFormat('en-GB', { ...PARTS, timeZone: 'UTC' }),
  }
  const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, fc.constantFrom('here' as const, 'UTC' as const), (date, which) => {
      const { day, date: whole, time, seconds } = clockAt(date, which)
      // Some versions write “Sept”.
      expect(`${whole}, ${seconds}`).toBe(formats[which].format(date).replace('Sept', 'Sep'))
      expect([whole.startsWith(`${day} `), seconds.startsWith(`${time}:`)]).toEqual([true, true])
    }),
  )
})

const PARTS: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: 'short', day: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
}
