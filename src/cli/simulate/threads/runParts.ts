import { setImmediate } from 'node:timers/promises'
import { isRegenError, RegenError } from '../../../primitives/errors.ts'
import { STUDY_STOPPED } from '../../../primitives/errorTable.ts'
import { runsOf } from '../../../simulation/study/plan.ts'
import { type Part, runPart } from '../../../simulation/study/runPart.ts'
import type { Io } from '../../command.ts'
import { writePart } from '../files/partFiles.ts'
import { canUseThreads, type Job, onThreads, type Threads } from './threads.ts'

export type PartsToRun = {
  readonly jobs: readonly Job[]
  /** Where each part is written as it is done; null to keep nothing. */
  readonly folder: string | null
  readonly workers: number
  readonly onPart: (job: Job, part: Part) => void
  /** What stands before the progress, such as 'step 3: '. */
  readonly label?: string
  /** For the message when it is stopped: how many parts the study has, how many were there before, and the folder that holds them. */
  readonly study: { readonly parts: number; readonly before: number; readonly folder: string | null }
}

/**
 * Computes parts on so many threads and hands each over as it is done: the numbers do not depend on which thread or in which order. The
 * caller’s own thread only listens, so that Ctrl-C ends it within a moment: it says which parts are whole, and they are.
 */
export async function runParts(
  { jobs, folder, workers, onPart, label = '', study }: PartsToRun,
  io: Io,
): Promise<void> {
  const { signal } = io
  const onRun = progressOf(jobs, label, io)
  let done = 0
  const take = (job: Job, part: Part) => {
    done++
    onPart(job, part)
  }
  try {
    await compute({ jobs, folder, workers, onRun, onPart: take, signal })
  } catch (error) {
    if (isRegenError(error, 'FILE_UNWRITABLE') && study.folder !== null)
      io.err(
        `${study.before + done} of ${study.parts} parts are whole in ${study.folder}; the same command goes on`,
      )
    throw error
  }
  if (done < jobs.length)
    throw new RegenError(STUDY_STOPPED, {
      whole: study.before + done,
      of: study.parts,
      folder: study.folder,
    })
}

/** On threads of their own where there are any: a checkout that runs its sources has none. */
async function compute(threads: Threads): Promise<void> {
  if (canUseThreads) return onThreads(threads)
  const { jobs, folder, onRun, onPart, signal } = threads
  for (const job of jobs) {
    await setImmediate()
    if (signal.aborted) return
    const part = runPart(job.plan, job.part, [], onRun)
    if (folder !== null) await writePart(folder, part)
    onPart(job, part)
  }
}

const EVERY = 2_000

/** Says every two seconds how far it is and how long it will take, on standard error. */
function progressOf(jobs: readonly Job[], label: string, io: Io): () => void {
  const start = io.clock.now()
  const [runs, periods] = jobs.reduce(
    ([runs, periods], { plan, part }) => {
      const { from, to } = runsOf(plan, part)
      return [runs + to - from, periods + (to - from) * plan.scenario.periods]
    },
    [0, 0],
  )
  let last = start
  let done = 0
  return () => {
    done++
    const now = io.clock.now()
    if (now - last < EVERY || done === runs) return
    last = now
    const seconds = (now - start) / 1_000
    const speed = Math.round(((done / runs) * periods) / seconds)
    const left = Math.ceil((seconds / done) * (runs - done))
    io.err(`${label}${done} of ${runs} runs, ${speed} periods a second, about ${timeText(left)} left`)
  }
}

/** Seconds as people say them: 45 s, 12 min, 3 h 20 min. */
function timeText(seconds: number): string {
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
