import { describe, expect, test } from 'vitest'
import { ecocredit, parseMessages } from '../../src/index.ts'
import { parseTime } from '../../src/primitives/time.ts'

/** Text and times that were read as something else than they say. */

const owner = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const credits = [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '1' }]
const batch = (startDate: unknown) => ({
  typeUrl: '/regen.ecocredit.v1.MsgCreateBatch',
  value: {
    issuer: owner,
    projectId: 'C01-001',
    issuance: [],
    metadata: 'm',
    startDate,
    endDate: '2021-01-01T00:00:00Z',
  },
})

describe('half an emoji', () => {
  test.each(['x\ud83d', '\udc00x', '\ud83d\ud83d\ude00'])(
    'in a reason, %j, is refused in the builder: no text',
    reason => {
      const build = () => ecocredit.msgRetire({ owner, credits, jurisdiction: 'US-WA', reason })
      expect(build).toThrow('has half of a character (a lone surrogate), which is no text at reason')
    },
  )

  test('a whole one is text', () => {
    expect(ecocredit.msgRetire({ owner, credits, jurisdiction: 'US-WA', reason: '😀' }).value).toMatchObject({
      reason: '😀',
    })
  })
})

test('2020-01-01T24:00:00Z is refused, and not the second of January', () => {
  expect(() => parseTime('2020-01-01T24:00:00Z')).toThrow('[TIME_MALFORMED]')
  expect(() => parseMessages([batch('2020-01-01T24:00:00Z')])).toThrow('is not a date or time')
})

test('{"seconds": 9007199254740992} is INPUT_INVALID, and no TypeError', () => {
  expect(() => parseMessages([batch({ seconds: 9007199254740992, nanos: 0 })])).toThrow(
    'at most 9007199254740991 at startDate.seconds',
  )
})
