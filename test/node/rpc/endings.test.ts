import { expect, test } from 'vitest'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'
import { until } from './testClock.ts'

const ask = { path: '/regen.ecocredit.v1.Query/ClassFee', data: new Uint8Array(), height: 680n } as const

test('a signal that has already ended the call: nothing is sent', async () => {
  const node = await recordedNode()
  const error = await failureOf(connect(node.url).abciQuery({ ...ask, signal: AbortSignal.abort() }))
  expect(error.message).toBe("abci_query was ended by its caller's signal. Call again. [CALL_ABORTED]")
  expect(node.requests.length).toBe(0)
})

test('a signal that ends the call in the same tick: nothing is sent', async () => {
  const node = await recordedNode()
  const controller = new AbortController()
  const rpc = connect(node.url)
  const call = failureOf(rpc.abciQuery({ ...ask, signal: controller.signal }))
  controller.abort()
  expect((await call).code).toBe('CALL_ABORTED')
  await rpc.abciQuery(ask)
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([1])
})

test('a signal ends its own call only; the others of the batch get their answers', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'hang')
  const controller = new AbortController()
  const rpc = connect(node.url)
  const others = [rpc.abciQuery(ask), rpc.abciQuery(ask)]
  const ended = failureOf(rpc.abciQuery({ ...ask, signal: controller.signal }))
  await until(() => node.requests.length === 1)
  controller.abort()
  expect((await ended).code).toBe('CALL_ABORTED')
  node.release()
  expect((await Promise.all(others)).map(({ height }) => height)).toEqual([680n, 680n])
})

test('when all calls of a request have ended, the request is given up', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'hang')
  const controller = new AbortController()
  let given: AbortSignal | undefined
  const rpc = connect(node.url, {
    fetch: (input, init) => {
      given = init?.signal ?? undefined
      return fetch(input, init)
    },
  })
  const calls = [1, 2].map(() => failureOf(rpc.abciQuery({ ...ask, signal: controller.signal })))
  await until(() => node.requests.length === 1)
  expect(given?.aborted).toBe(false)
  controller.abort()
  expect((await Promise.all(calls)).map(({ code }) => code)).toEqual(['CALL_ABORTED', 'CALL_ABORTED'])
  expect(given?.aborted).toBe(true)
  await until(() => rpc.clock.timeouts() === 0)
  // The node is not to blame: the next call is sent at once.
  node.misbehave(() => null)
  await rpc.abciQuery(ask)
  expect(rpc.clock.rests).toEqual([])
})

test('a signal ends a call that waits for its node to rest', async () => {
  const node = await recordedNode()
  node.misbehave(() => ({ status: 503 }))
  const controller = new AbortController()
  const rpc = connect(node.url, { attempts: 1_000 })
  const call = failureOf(rpc.call('status', {}, controller.signal))
  await until(() => rpc.clock.rests.length === 3)
  controller.abort()
  expect((await call).code).toBe('CALL_ABORTED')
})

test('a signal that outlives many calls does not collect their listeners', async () => {
  const node = await recordedNode()
  const { signal } = new AbortController()
  let listeners = 0
  const add = signal.addEventListener.bind(signal)
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++
    add(...args)
  }
  const rpc = connect(node.url)
  await Promise.all(Array.from({ length: 20 }, () => rpc.abciQuery({ ...ask, signal })))
  expect(listeners).toBe(1)
})

test('disconnect ends what is under way, what waits and what comes later, and leaves no timer', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'hang')
  const rpc = connect(node.url)
  const flying = failureOf(rpc.abciQuery(ask))
  await until(() => node.requests.length === 1)
  const waiting = failureOf(rpc.abciQuery(ask))
  expect(rpc.clock.toCome()).toBe(1)
  rpc.disconnect()
  expect(rpc.clock.toCome()).toBe(0)
  const later = failureOf(rpc.abciQuery(ask))
  const errors = await Promise.all([flying, waiting, later])
  expect(errors.map(({ code, context }) => [code, context])).toEqual(
    Array(3).fill(['CALL_ABORTED', { method: 'abci_query', by: 'disconnect' }]),
  )
  await until(() => rpc.clock.timeouts() === 0)
  rpc.disconnect()
  expect(node.requests.length).toBe(1)
})

test('disconnect while the node rests ends the waiting calls', async () => {
  const node = await recordedNode()
  node.misbehave(() => ({ status: 503 }))
  const rpc = connect(node.url, { attempts: 1_000 })
  const calls = Array.from({ length: 15 }, () => failureOf(rpc.abciQuery(ask)))
  await until(() => rpc.clock.rests.length === 2)
  rpc.disconnect()
  expect(new Set((await Promise.all(calls)).map(({ code }) => code))).toEqual(new Set(['CALL_ABORTED']))
})
