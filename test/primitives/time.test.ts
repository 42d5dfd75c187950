import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayNumber,
  formatTime,
  fromDate,
  isTimestamp,
  parseTime,
  toNanoseconds,
} from '../../src/primitives/time.ts'
import { holds } from '../support/arbitraries.ts'

test('parse ∘ format is the identity, to the nanosecond', () => {
  const anyTime = fc.record({
    seconds: fc.bigInt({ min: -62_135_596_800n, max: 253_402_300_799n }),
    nanos: fc.nat(999_999_999),
  })
  holds(anyTime, time => expect(parseTime(formatTime(time))).toEqual(time))
})

test('a date before 1970 rounds down, so nanoseconds stay positive', () => {
  expect(fromDate(new Date(-1500))).toEqual({ seconds: -2n, nanos: 500_000_000 })
  expect(parseTime('1969-12-31T23:59:58.5Z')).toEqual({ seconds: -2n, nanos: 500_000_000 })
})

test('a block time keeps its nine decimals', () => {
  const time = parseTime('2026-11-21T14:28:11.812341738Z')
  expect(time.nanos).toBe(812_341_738)
  expect(toNanoseconds(time) % 1_000_000_000n).toBe(812_341_738n)
})

test('a date alone is its midnight in UTC, and zones are converted', () => {
  expect(formatTime(parseTime('2022-01-01'))).toBe('2022-01-01T00:00:00Z')
  expect(formatTime(parseTime('2022-01-01T02:00:00+02:00'))).toBe('2022-01-01T00:00:00Z')
  expect(dayNumber('1970-01-02')).toBe(1n)
  expect(dayNumber('1969-12-31T23:00:00Z')).toBe(-1n)
})

test.each([
  '',
  'now',
  '2022-02-30',
  '2022-13-01',
  '2022-01-01T25:00:00Z',
  '2022-01-01 00:00',
  '1.1.2022',
  '2022-01-01T00:00:00.1234567890Z',
  'NaN',
])('%j is no time', text => {
  expect(() => parseTime(text)).toThrow('[TIME_MALFORMED]')
})

test('the chain’s codec takes the years 1 to 9999 and whole nanoseconds', () => {
  expect(isTimestamp(parseTime('0001-01-01'))).toBe(true)
  expect(isTimestamp(parseTime('9999-12-31T23:59:59.999999999Z'))).toBe(true)
  expect(isTimestamp(parseTime('+010000-01-01T00:00:00.000Z'))).toBe(false)
  expect(isTimestamp({ seconds: 0n, nanos: 1_000_000_000 })).toBe(false)
  expect(isTimestamp({ seconds: 0n, nanos: -1 })).toBe(false)
})
