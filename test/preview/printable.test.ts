import { describe, expect, test } from 'vitest'
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { parseSnapshot, snapshotJson } from '../../src/preview/snapshot.ts'
import { toJson } from '../../src/primitives/canonical.ts'
import { RegenError } from '../../src/primitives/errors.ts'
import { AMOUNT_NEGATIVE } from '../../src/primitives/errorTable.ts'
import { retire } from '../support/snapshots.ts'

/** found.md: "an object should not need to be known to be printable". */

const snapshot = parseSnapshot(bundled)
const preview = previewFees({ messages: [retire()], snapshot, gasLimit: 100_000n })

describe('JSON.stringify', () => {
  test('prints a preview as previewJson does', () => {
    expect(JSON.stringify(preview)).toBe(JSON.stringify(previewJson(preview)))
    expect(JSON.stringify({ preview })).toBe(JSON.stringify({ preview: previewJson(preview) }))
  })

  test('prints a snapshot as snapshotJson does, which parseSnapshot reads back', () => {
    expect(JSON.stringify(snapshot)).toBe(JSON.stringify(snapshotJson(snapshot)))
    expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
  })

  test('prints an error whose facts hold a bigint', () => {
    const error = new RegenError(AMOUNT_NEGATIVE, { amount: -5n })
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: {
        name: 'RegenError',
        code: 'AMOUNT_NEGATIVE',
        message: error.message,
        fix: error.fix,
        context: { amount: '-5' },
      },
    })
  })
})

describe('nothing else sees it', () => {
  test.each([
    ['a preview', preview],
    ['a snapshot', snapshot],
  ])('%s is plain data: keys, copies, structuredClone, equality', (_, value) => {
    expect(Object.keys(value)).not.toContain('toJSON')
    expect('toJSON' in { ...value }).toBe(false)
    expect(structuredClone(value)).toStrictEqual({ ...value })
    expect(structuredClone(value)).toEqual(value)
    expect(toJson({ ...value })).toEqual(toJson(structuredClone(value)))
  })
})
