import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { RegenError } from '../../primitives/errors.ts'
import { CALL_ABORTED } from '../../primitives/errorTable.ts'
import { type Plan, planJson } from '../../simulation/study/plan.ts'
import { type Part, runPart } from '../../simulation/study/runPart.ts'
import type { Io } from '../command.ts'
import { writePart } from './partFiles.ts'

const WORKER = fileURLToPath(new URL('./simulateWorker.js', import.meta.url))

export type PartsToRun = {
  readonly plan: Plan
  readonly parts: readonly number[]
  /** Where each part is written as it is done; null to keep nothing. */
  readonly folder: string | null
  readonly workers: number
  readonly onPart: (part: Part) => void
}

/**
 * Computes parts on so many threads and hands each over as it is done: the numbers do not depend on which thread or in which order.
 *
 * Ctrl-C ends it between two parts: those that are done are whole.
 */
export async function runParts(task: PartsToRun, io: Io): Promise<void> {
  const { plan, parts, onPart } = task
  const progress = progressOf(plan, parts.length, io)
  const done = (part: Part) => {
    onPart(part)
    progress()
  }
  const workers = Math.min(task.workers, parts.length)
  if (workers > 1 && existsSync(WORKER)) await onThreads({ ...task, workers }, done, io.signal)
  else await here(task, done, io.signal)
}

async function here({ plan, parts, folder }: PartsToRun, done: (part: Part) => void, signal: AbortSignal) {
  for (const number of parts) {
    await setImmediate()
    if (signal.aborted) throw stopped()
    const part = runPart(plan, number)
    if (folder !== null) await writePart(folder, part)
    done(part)
  }
}

function onThreads(
  { plan, parts, folder, workers }: PartsToRun,
  done: (part: Part) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...parts]
  const threads = Array.from(
    { length: workers },
    () => new Worker(WORKER, { workerData: { plan: planJson(plan), folder } }),
  )
  const end = () => Promise.all(threads.map(thread => thread.terminate()))
  return new Promise<void>((resolve, reject) => {
    let running = 0
    const next = (thread: Worker) => {
      const number = signal.aborted ? undefined : waiting.shift()
      if (number !== undefined) {
        running++
        thread.postMessage(number)
      } else if (running === 0) signal.aborted ? reject(stopped()) : resolve()
    }
    for (const thread of threads) {
      thread.on('error', reject)
      thread.on('message', (part: Part) => {
        running--
        done(part)
        next(thread)
      })
      next(thread)
    }
  }).finally(end)
}

const stopped = () => new RegenError(CALL_ABORTED, { method: 'simulate', by: 'signal' })

const EVERY = 2_000

/** Says every two seconds how far it is and how long it will take, on standard error. */
function progressOf({ runs, runsPerPart, scenario }: Plan, parts: number, io: Io): () => void {
  const start = io.clock.now()
  let last = start
  let done = 0
  const share = Math.min(runs, parts * runsPerPart)
  return () => {
    done++
    const now = io.clock.now()
    if (now - last < EVERY || done === parts) return
    last = now
    const left = Math.ceil((((now - start) / done) * (parts - done)) / 1_000)
    const finished = Math.min(share, done * runsPerPart)
    io.err(
      `${finished} of ${share} runs, ${Math.round((finished * scenario.periods * 1_000) / (now - start))} periods a second, about ${left} s left`,
    )
  }
}
