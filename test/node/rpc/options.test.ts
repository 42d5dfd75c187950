import { describe, expect, test } from 'vitest'
import { connectRpc } from '../../../src/node/rpc/connectRpc.ts'
import { parseRpcOptions } from '../../../src/node/rpc/options.ts'
import { isRegenError } from '../../../src/primitives/errors.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect } from './connect.ts'

describe('options that cannot be are refused before anything is sent', () => {
  test.each([
    ['batchLimit', Number.NaN],
    ['batchLimit', 0],
    ['batchLimit', 2.5],
    ['timeoutMs', Number.POSITIVE_INFINITY],
    ['timeoutMs', 0],
    ['timeoutMs', 2 ** 31],
    ['attempts', 0],
    ['attempts', '5'],
    ['firstRestMs', -1],
    ['longestRestMs', Number.NaN],
    ['answerLimit', null],
  ])('%s: %s', (name, value) => {
    const made = () => connectRpc('http://node.test', { [name]: value })
    expect(made).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(made).toThrow(name)
  })

  test('all of them are named at once, and an undefined one is left to its default', () => {
    try {
      parseRpcOptions({ batchLimit: Number.NaN, timeoutMs: Number.POSITIVE_INFINITY, attempts: undefined })
    } catch (error) {
      expect(isRegenError(error, 'INPUT_INVALID') && error.context.issues).toBe(
        '✖ expected a whole number from 1 to 2147483647, got Infinity at timeoutMs\n' +
          '✖ expected a whole number from 1 to 10000, got NaN at batchLimit',
      )
    }
    expect(parseRpcOptions({ attempts: undefined }).attempts).toBe(5)
    expect.assertions(2)
  })
})

describe('signals', () => {
  test('no listener is left on a signal that outlives many connections', async () => {
    const node = await recordedNode()
    const { signal } = new AbortController()
    let listeners = 0
    const [add, remove] = [signal.addEventListener, signal.removeEventListener]
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      if (args[0] === 'abort' && !(args[2] as object)) listeners++
      add.apply(signal, args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      if (args[0] === 'abort') listeners--
      remove.apply(signal, args)
    }
    for (let connection = 0; connection < 5; connection++) {
      const rpc = connect(node.url)
      await Promise.allSettled([rpc.call('status', {}, signal), rpc.call('nope', {}, signal)])
      rpc.disconnect()
    }
    expect(listeners).toBe(0)
  })
})
