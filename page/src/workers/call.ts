import { type Failure, failureOf, NOT_LOADED } from '../parts/failure.ts'

/** What a worker is asked, and what it answers. Everything between is plain data: bigints pass, functions do not. */
type Asked =
  | { readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly stop: number }
type Answered =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure }
  | { readonly id: number; readonly progress: unknown }

export type Methods = {
  readonly [name: string]: (tools: Tools, ...args: never[]) => Promise<unknown>
}

/** What a method of a worker gets beside its arguments. */
export type Tools = { readonly signal: AbortSignal; readonly progress: (seen: unknown) => void }

/** In a worker: answers calls by these methods. */
export function answer(methods: Methods): void {
  const running = new Map<number, AbortController>()
  addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
    if ('stop' in data) {
      running.get(data.stop)?.abort()
      return
    }
    const { id, method, args } = data
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const tools = {
        signal: controller.signal,
        progress: (progress: unknown) => postMessage({ id, progress }),
      }
      const value = await methods[method]?.(tools, ...(args as never[]))
      postMessage({ id, value })
    } catch (error) {
      postMessage({ id, failure: failureOf(error) })
    } finally {
      running.delete(id)
    }
  })
}

/** What a call may be given: a signal that stops it, and a listener for its progress. */
export type CallOptions = { readonly signal?: AbortSignal; readonly onProgress?: (seen: unknown) => void }

export type Worked<M extends Methods> = <Name extends keyof M & string>(
  method: Name,
  args: M[Name] extends (tools: Tools, ...args: infer Args) => unknown ? Args : never,
  options?: CallOptions,
) => Promise<Awaited<ReturnType<M[Name]>>>

/** What the page waits for. */
type Call = {
  readonly done: (value: never) => void
  readonly fail: (failure: Failure) => void
  readonly onProgress: CallOptions['onProgress']
}

/** A worker that was begun, and the calls that it has not answered. */
type Begun = { readonly worker: Promise<Worker>; readonly waiting: Map<number, Call> }

const STOPPED: Failure = { code: 'CALL_ABORTED', message: 'Stopped.' }

/** On the page: calls into a worker that starts with its first call, from the address that `script` gives. One that is lost fails its own calls, and the next call starts another. */
export function callsOf<M extends Methods>(script: () => Promise<string>): Worked<M> {
  let current: Begun | null = null
  let last = 0
  const begin = (): Begun => {
    const waiting: Begun['waiting'] = new Map()
    const lost = () => {
      if (current === begun) current = null
      for (const { fail } of waiting.values()) fail(NOT_LOADED)
      waiting.clear()
    }
    const begun = { worker: start(script, waiting, lost), waiting }
    begun.worker.catch(lost)
    return begun
  }
  return (method, args, { signal, onProgress } = {}) =>
    new Promise((done, fail) => {
      if (signal?.aborted) {
        fail(STOPPED)
        return
      }
      current ??= begin()
      const { worker, waiting } = current
      last += 1
      const id = last
      waiting.set(id, { done, fail, onProgress })
      const send = (asked: Asked) =>
        worker
          .then(begun => begun.postMessage(asked))
          .catch((error: unknown) => {
            waiting.get(id)?.fail(failureOf(error))
            waiting.delete(id)
          })
      // Who has an answer, or was lost, is not stopped any more.
      signal?.addEventListener('abort', () => (waiting.has(id) ? send({ stop: id }) : undefined), {
        once: true,
      })
      void send({ id, method, args })
    })
}

async function start(
  script: () => Promise<string>,
  waiting: Begun['waiting'],
  lost: () => void,
): Promise<Worker> {
  const worker = new Worker(await script())
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const call = waiting.get(data.id)
    if ('progress' in data) {
      call?.onProgress?.(data.progress)
      return
    }
    waiting.delete(data.id)
    if ('failure' in data) call?.fail(data.failure)
    else call?.done(data.value as never)
  })
  worker.addEventListener('error', () => {
    worker.terminate()
    lost()
  })
  return worker
}
