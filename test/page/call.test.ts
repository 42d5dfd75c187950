import { afterEach, expect, test, vi } from 'vitest'
import { callsOf, type Methods } from '../../page/src/workers/call.ts'
import { until } from '../node/rpc/testClock.ts'

/** Calls into a worker, and when they are stopped: before, while and after they run. */

type Asked = { readonly id?: number; readonly stop?: number }

/** A worker that answers every call by its number, once it is let. */
function standIn() {
  const asked: Asked[] = []
  let started = 0
  let tell: (event: { data: object }) => void = () => {}
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        started += 1
      }
      addEventListener(type: string, listener: typeof tell) {
        if (type === 'message') tell = listener
      }
      postMessage(message: Asked) {
        asked.push(message)
      }
    },
  )
  const call = callsOf<Methods>(() => Promise.resolve('script'))
  const run = (signal: AbortSignal) => call('any', [] as never, { signal })
  return { run, asked, started: () => started, answer: (id: number) => tell({ data: { id, value: id } }) }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

const stopped = { code: 'CALL_ABORTED' }

test('stopped before it began, it is never asked, and no worker starts', async () => {
  const { run, asked, started } = standIn()
  await expect(run(AbortSignal.abort())).rejects.toMatchObject(stopped)
  expect([asked, started()]).toEqual([[], 0])
})

test('stopped while it runs, the worker is told; stopped after its answer, nobody is', async () => {
  const { run, asked, answer } = standIn()
  const [first, second] = [new AbortController(), new AbortController()]
  const answered = run(first.signal)
  void run(second.signal)
  await until(() => asked.length === 2)
  answer(1)
  expect(await answered).toBe(1)
  first.abort()
  second.abort()
  await until(() => asked.length === 3)
  expect(asked.at(-1)).toEqual({ stop: 2 })
})
