import { afterEach, expect, test, vi } from 'vitest'
import { callsOf, type Tools } from '../../page/src/workers/call.ts'

/** Calls into a worker: every one is answered or fails, whatever becomes of the worker. */

type Message = { readonly id?: number; readonly stop?: number; readonly method?: string }

/** A worker that does nothing of itself. */
class QuietWorker extends EventTarget {
  static made: QuietWorker[] = []
  readonly heard: Message[] = []
  isOver = false
  constructor() {
    super()
    QuietWorker.made.push(this)
  }
  postMessage(message: Message): void {
    this.heard.push(structuredClone(message))
  }
  terminate(): void {
    this.isOver = true
  }
  say(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const worker = (index: number): QuietWorker => {
  const made = QuietWorker.made[index]
  if (made === undefined) throw new Error(`no worker ${index}`)
  return made
}

type Said = { readonly say: (_: Tools, word: unknown) => Promise<string> }

/** Calls, with a script that can be had at once. */
function calls(script: () => Promise<string> = () => Promise.resolve('blob:script')) {
  QuietWorker.made = []
  vi.stubGlobal('Worker', QuietWorker)
  return callsOf<Said>(script)
}

/** Until everything that waits for nothing is done. */
const settled = () => new Promise(resolve => setImmediate(resolve))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a call whose signal is aborted already is not begun, and no worker for it', async () => {
  const call = calls()
  await expect(call('say', ['a'], { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'CALL_ABORTED',
  })
  await settled()
  expect(QuietWorker.made).toEqual([])
})

test('a call that is aborted while the worker starts is stopped there, after it was asked', async () => {
  let give: (script: string) => void = () => {}
  const call = calls(() => new Promise(resolve => (give = resolve)))
  const stop = new AbortController()
  const answer = call('say', ['a'], { signal: stop.signal })
  stop.abort()
  give('blob:script')
  await settled()
  expect(worker(0).heard).toEqual([{ id: 1, method: 'say', args: ['a'] }, { stop: 1 }])
  worker(0).say({ id: 1, failure: { code: 'CALL_ABORTED', message: 'Stopped.' } })
  await expect(answer).rejects.toMatchObject({ code: 'CALL_ABORTED' })
})

test('who has an answer stops nothing: neither a call nor a worker that was begun since', async () => {
  const call = calls()
  const stop = new AbortController()
  const answer = call('say', ['a'], { signal: stop.signal })
  await settled()
  worker(0).say({ id: 1, value: 'b' })
  expect(await answer).toBe('b')
  worker(0).dispatchEvent(new Event('error'))
  stop.abort()
  await settled()
  expect(worker(0).heard).toHaveLength(1)
  expect(QuietWorker.made).toHaveLength(1)
})

test('a worker that cannot be loaded fails the calls that wait for it, and the next call begins another', async () => {
  let attempts = 0
  const call = calls(() => {
    attempts += 1
    return attempts === 1 ? Promise.reject(new Error('404')) : Promise.resolve('blob:script')
  })
  const waiting = [call('say', ['a']), call('say', ['b'])]
  // Who hears of the first failure asks again at once: the failure of the others is not its own.
  const again = waiting[0]?.catch(() => call('say', ['c']))
  await Promise.all(
    waiting.map(answer =>
      expect(answer).rejects.toMatchObject({ message: expect.stringContaining('did not load') }),
    ),
  )
  await settled()
  worker(0).say({ id: 3, value: 'd' })
  expect(await again).toBe('d')
})

test('a worker that breaks down is ended, and what it says of it later touches no newer one', async () => {
  const call = calls()
  const first = call('say', ['a'])
  await settled()
  worker(0).dispatchEvent(new Event('error'))
  await expect(first).rejects.toMatchObject({ code: 'UNEXPECTED' })
  expect(worker(0).isOver).toBe(true)
  const second = call('say', ['b'])
  await settled()
  worker(0).dispatchEvent(new Event('error'))
  worker(1).say({ id: 2, value: 'c' })
  expect(await second).toBe('c')
})

test('what cannot be sent to a worker fails at once', async () => {
  const call = calls()
  await expect(call('say', [() => 'a function'])).rejects.toMatchObject({
    message: expect.stringContaining('could not be cloned'),
  })
})
