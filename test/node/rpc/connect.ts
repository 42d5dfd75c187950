import { afterEach, beforeEach, expect } from 'vitest'
import { connectRpc, type Rpc } from '../../../src/node/rpc/connectRpc.ts'
import type { RpcOptions } from '../../../src/node/rpc/options.ts'
import { isRegenError, type RegenError } from '../../../src/primitives/errors.ts'
import { type TestClock, TIMEOUT, testClock } from './testClock.ts'

const open: Rpc[] = []
let unhandled: unknown[] = []
const listen = (reason: unknown) => unhandled.push(reason)

/** A connection with a clock that never waits and no jitter; it is closed when the test ends. */
export function connect(
  urls: string | readonly string[],
  options: Partial<RpcOptions> = {},
): Rpc & { readonly clock: TestClock } {
  const clock = testClock()
  const rpc = connectRpc(urls, { timeoutMs: TIMEOUT, clock, random: () => 1, ...options })
  open.push(rpc)
  return { ...rpc, clock }
}

/** What a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<RegenError> {
  const value = await promise.then(
    result => {
      throw new Error(`expected a failure, got ${JSON.stringify(result)}`)
    },
    (error: unknown) => error,
  )
  if (!isRegenError(value)) throw value
  return value
}

beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', listen)
})

afterEach(async () => {
  for (const rpc of open.splice(0)) rpc.disconnect()
  await new Promise(resolve => setImmediate(resolve))
  process.off('unhandledRejection', listen)
  expect(unhandled).toEqual([])
})
