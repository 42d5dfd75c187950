import { parentPort, workerData } from 'node:worker_threads'
import { isRegenError } from '../../../primitives/errors.ts'
import { type Plan, parsePlan } from '../../../simulation/study/plan.ts'
import { type Part, runPart } from '../../../simulation/study/runPart.ts'
import { writePart } from '../files/partFiles.ts'
import { type Doing, turnTo } from './threadDoing.ts'

/** What a thread is told to do. */
type Task = {
  readonly plan: { readonly hash: string }
  readonly part: number
  readonly folder: string | null
}

/** What a thread says: a run is done; the part; or why there is none. */
export type Said =
  | { readonly kind: 'run' }
  | { readonly kind: 'part'; readonly part: Part }
  | {
      readonly kind: 'failed'
      readonly message: string
      readonly unwritable: { readonly file: string; readonly reason: string } | null
    }

/** The file that a thread begins with: the one that this stands in, built or not. */
export const WORKER = new URL(import.meta.url)

/** A worker thread: computes the parts that it is named, one after the other, and writes them where there is a folder. */
const say = (said: Said, buffers: readonly ArrayBuffer[] = []) => parentPort?.postMessage(said, [...buffers])

/** Parts of one plan follow each other: it is read once. */
let known: Plan | null = null

async function compute({ plan, part: number, folder }: Task): Promise<void> {
  try {
    if (known?.hash !== plan.hash) known = parsePlan(plan)
    const part = runPart(known, number, [], () => say({ kind: 'run' }))
    if (folder !== null) {
      if (!turnTo(workerData as Doing, 'writes')) return
      await writePart(folder, part)
    }
    say(
      { kind: 'part', part },
      Object.values(part.periods).map(column => column.buffer as ArrayBuffer),
    )
  } catch (error) {
    const unwritable = isRegenError(error, 'FILE_UNWRITABLE') ? error.context : null
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error), unwritable })
  }
}

/** Elsewhere than in a thread of `threads.ts`, this file does nothing. */
if (workerData instanceof Int32Array)
  parentPort?.on('message', (task: Task) => {
    void compute(task)
  })
