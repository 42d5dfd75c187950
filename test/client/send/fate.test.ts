import { describe, expect, test } from 'vitest'
import { ANSWERS, type Answer, fateOf } from '../../../src/client/send/broadcast/fate.ts'

const rows = Object.entries(ANSWERS) as [Answer, (typeof ANSWERS)[Answer]][]
const isForGood = (answer: Answer) => 'forGood' in ANSWERS[answer]
/** Broadcasts and simulations: of these it is not known which node has answered. */
const isOfAny = (answer: Answer) => ['broadcast_tx_sync', 'simulate'].includes(ANSWERS[answer].call)
const told = (...answers: readonly [Answer, number?][]) =>
  fateOf(answers.map(([answer, node]) => ({ node: isOfAny(answer) ? null : (node ?? 0), answer })))

test('nothing that was told proves nothing', () => {
  expect(told()).toEqual({ fate: 'unknown', maySignAnew: false })
})

describe.each(rows)('%s', (answer, { proves }) => {
  test('by one node proves what the table says, and is never enough to sign anew', () => {
    expect(told([answer])).toEqual({ fate: proves, maySignAnew: false })
  })

  test('beside a node that shows the bytes in a block: in', () => {
    expect(told([answer, 0], ['FOUND', 1])).toEqual({ fate: 'in', maySignAnew: false })
    expect(told(['FOUND', 1], [answer, 0])).toEqual({ fate: 'in', maySignAnew: false })
  })

  test('beside another node that does not have the bytes: nothing is certain, unless a block has them', () => {
    const { fate } = told([answer, 0], ['NOT_FOUND', 1])
    expect(fate).toBe(proves === 'in' ? 'in' : 'unknown')
  })

  test('after an attempt without an answer: certain only what holds for good, or is in a block', () => {
    const { fate } = told(['NO_ANSWER'], [answer, 0])
    expect(fate).toBe(proves === 'in' || isForGood(answer) ? proves : 'unknown')
  })

  test('beside a node that keeps the bytes: certain only what holds for good, or is in a block', () => {
    const { fate } = told(['TAKEN'], [answer, 0])
    expect(fate).toBe(proves === 'in' || isForGood(answer) ? proves : 'unknown')
  })

  test('by two nodes allows to sign anew only where it proves "out" for good', () => {
    expect(told([answer, 0], [answer, 1]).maySignAnew).toBe(isForGood(answer))
  })
})

test('two nodes that prove it each in another way allow to sign anew', () => {
  expect(told(['SEQUENCE_USED'], ['EXPIRED', 0], ['USED_BY_OTHERS', 1])).toEqual({
    fate: 'out',
    maySignAnew: true,
  })
})

test('two nodes that say that the sequence is used prove nothing', () => {
  expect(told(['SEQUENCE_USED'], ['SEQUENCE_USED'])).toEqual({ fate: 'unknown', maySignAnew: false })
})

test('a node that takes its word back counts by its last word', () => {
  expect(told(['EXPIRED', 0], ['EXPIRED', 1], ['NOT_FOUND', 1]).fate).toBe('unknown')
  expect(told(['NOT_FOUND', 0], ['USED_BY_OTHERS', 0]).fate).toBe('out')
})
