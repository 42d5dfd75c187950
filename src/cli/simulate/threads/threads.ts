import { Worker } from 'node:worker_threads'
import { RegenError } from '../../../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../../../primitives/errorTable.ts'
import { type Plan, planJson, runsOf } from '../../../simulation/study/plan.ts'
import type { Part } from '../../../simulation/study/runPart.ts'
import { type Said, WORKER } from './simulateWorker.ts'
import { beginPart, newDoing, turnTo } from './threadDoing.ts'

/** One part of a plan: the least that is computed at once. */
export type Job = { readonly plan: Plan; readonly part: number }

/** A checkout that runs its sources has no file that a thread could begin with. */
export const canUseThreads = WORKER.pathname.endsWith('.js')

export type Threads = {
  readonly jobs: readonly Job[]
  readonly workers: number
  /** Where parts are written; null to keep nothing. */
  readonly folder: string | null
  readonly onRun: () => void
  readonly onPart: (job: Job, part: Part) => void
  readonly signal: AbortSignal
}

/**
 * Computes jobs on so many threads; which thread takes which makes no difference to the numbers.
 *
 * When it is stopped, or one of them fails, threads that compute end at once; one that writes its part ends with that, so that every part is
 * whole or is not there.
 */
export async function onThreads({ jobs, workers, folder, onRun, onPart, signal }: Threads): Promise<void> {
  const waiting = [...jobs]
  const threads = Array.from({ length: Math.min(workers, jobs.length, threadsFor(jobs)) }, () => {
    const doing = newDoing()
    return { thread: new Worker(WORKER, { workerData: doing }), doing }
  })
  const stops: (() => void)[] = []
  let isOver = signal.aborted
  const stopAll = () => {
    isOver = true
    for (const stop of stops) stop()
  }
  signal.addEventListener('abort', stopAll, { once: true })
  const work = threads.map(
    ({ thread, doing }) =>
      new Promise<void>((resolve, reject) => {
        let job: Job | undefined
        const next = () => {
          job = isOver ? undefined : waiting.shift()
          if (job === undefined) return resolve()
          beginPart(doing)
          thread.postMessage({ plan: planJson(job.plan), part: job.part, folder })
        }
        stops.push(() => {
          if (turnTo(doing, 'stopped')) resolve()
        })
        const fail = (error: unknown) => {
          reject(error)
          stopAll()
        }
        thread.on('error', fail)
        thread.on('message', (said: Said) => {
          if (said.kind === 'run') onRun()
          else if (said.kind === 'failed') fail(failure(said))
          else {
            onPart(job as Job, said.part)
            next()
          }
        })
        next()
      }),
  )
  try {
    const ends = await Promise.allSettled(work)
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  } finally {
    signal.removeEventListener('abort', stopAll)
    await Promise.all(threads.map(({ thread }) => thread.terminate()))
  }
}

/** To start a thread takes about as long as to compute this many periods. One more is worth it only where each has that much to compute. */
const PERIODS_PER_THREAD = 2_000

/** How many threads are worth to be begun. */
const threadsFor = (jobs: readonly Job[]): number =>
  Math.ceil(
    jobs.reduce((periods, { plan, part }) => {
      const { from, to } = runsOf(plan, part)
      return periods + (to - from) * plan.scenario.periods
    }, 0) / PERIODS_PER_THREAD,
  )

const failure = ({ message, unwritable }: Extract<Said, { kind: 'failed' }>) =>
  unwritable === null ? new Error(message) : new RegenError(FILE_UNWRITABLE, unwritable)
