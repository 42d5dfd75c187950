import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  M014_V0,
  quarterOf,
  termEndOf,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { holds } from '../../support/arbitraries.ts'
import { anyTime } from './arbitraries.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28T00:00:00Z'],
  ['2028-01-31', 1, '2028-02-29T00:00:00Z'],
  ['2028-02-29T12:30:15.123456789Z', 12, '2029-02-28T12:30:15.123456789Z'],
  ['2026-03-31', 3, '2026-06-30T00:00:00Z'],
  ['2026-12-31T23:59:59Z', 2, '2027-02-28T23:59:59Z'],
  ['2026-11-21T01:00:00+02:00', 12, '2027-11-20T23:00:00Z'],
  ['2026-08-15', 12, '2027-08-15T00:00:00Z'],
  ['2026-08-15', 0, '2026-08-15T00:00:00Z'],
])('%s and %s months is %s', (start, months, end) => {
  expect(addMonths(start, months)).toBe(end)
})

test('a month later is the next month, on the same day or its last', () => {
  holds(anyTime, time => {
    const [year = 0, month = 0, day = 0] = time.split(/[-T]/).map(Number)
    const later = addMonths(time, 1)
    const [laterYear, laterMonth, laterDay = 0] = later.split(/[-T]/).map(Number)
    expect([laterYear, laterMonth]).toEqual(month === 12 ? [year + 1, 1] : [year, month + 1])
    expect(laterDay === day || (laterDay < day && addDays(later, 1).slice(8, 10) === '01')).toBe(true)
    expect(later.slice(10)).toBe(time.slice(10))
  })
})

test('terms of 12 months, and of 365 days', () => {
  const years365 = { ...M014_V0, termUnit: 'days365' } as const
  expect(termEndOf('2027-06-01', M014_V0)).toBe('2028-06-01T00:00:00Z')
  expect(termEndOf('2027-06-01', years365)).toBe('2028-05-31T00:00:00Z')
  expect(termEndOf('2027-06-01', { ...years365, termMonths: 6 })).toBe('2027-11-30T00:00:00Z')
})

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31T23:59:59Z', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-06-30', '2026-Q2'],
  ['2026-07-01', '2026-Q3'],
  ['2026-09-30', '2026-Q3'],
  ['2026-12-31T23:30:00-01:00', '2027-Q1'],
  ['2026-10-01', '2026-Q4'],
])('%s lies in %s', (time, quarter) => {
  expect(quarterOf(time)).toBe(quarter)
})

test('what is no time is refused', () => {
  for (const text of ['', '2026-02-30', 'soon']) {
    expect(() => addMonths(text, 1)).toThrow('[TIME_MALFORMED]')
    expect(() => quarterOf(text)).toThrow('[TIME_MALFORMED]')
  }
})
