import { join } from 'node:path'
import type { Plan } from '../../../simulation/study/plan.ts'
import { type Asking, findingsOf } from '../../../simulation/study/questions/asking.ts'
import { addProofs, isProven, NO_PROOF, type Part, type Proof } from '../../../simulation/study/runPart.ts'
import { type CommandInput, type Io, textOption } from '../../command.ts'
import { violationsJson } from '../files/partFiles.ts'
import { readPoint, type StoredPoint, writePoint } from '../files/pointFiles.ts'
import { makeFolder } from '../files/studyFolder.ts'
import { workersOf } from '../options.ts'
import { runParts } from './runParts.ts'
import type { Job } from './threads.ts'

/** What a study of several scenarios came to, and what was added up over every period of every run of all of them. */
export type Answered<Result> = {
  readonly result: Result
  readonly proof: Proof
  readonly proven: boolean
  readonly violations: readonly unknown[]
}

/**
 * Answers what a study asks for on all threads. With --out every part is kept as it is done, and what a folder holds is not computed again:
 * a study that was stopped goes on, and one with more values computes only the new ones.
 */
export async function answerOnThreads<Result>(
  asking: Asking<Result>,
  input: CommandInput,
  io: Io,
): Promise<Answered<Result>> {
  const out = textOption(input, 'out')
  const folder = out === undefined ? null : join(out, 'points')
  if (folder !== null) await makeFolder(folder)
  const workers = workersOf(input)
  let proof = NO_PROOF
  const violations: unknown[] = []
  let step = asking.next()
  for (let number = 1; step.done !== true; number++) {
    const plans = step.value
    const jobs = jobsOf(plans)
    const points = new Map<string, StoredPoint>()
    const missing = [...jobs].filter(([key, job]) => {
      const there = folder === null ? null : readPoint(folder, job)
      if (there !== null) points.set(key, there)
      return there === null
    })
    const before = points.size
    if (before > 0 && missing.length > 0) io.err(`${before} of ${jobs.size} parts are there already`)
    await runParts(
      {
        jobs: missing.map(([, job]) => job),
        folder: null,
        workers,
        label: number === 1 ? '' : `step ${number}: `,
        onPart: (job, part) =>
          points.set(keyOf(job), folder === null ? inMemory(part) : writePoint(folder, job, part)),
        study: { parts: jobs.size, before, folder },
      },
      io,
    )
    for (const point of points.values()) {
      proof = addProofs(proof, point.proof)
      violations.push(...point.violations)
    }
    step = asking.next(plans.map(plan => findingsOf(plan, partsIn(points, plan))))
  }
  return { result: step.value, proof, proven: isProven(proof), violations }
}

const keyOf = ({ plan, part }: Job): string => `${plan.hash} ${part}`

/** Every part of every plan, each once. */
const jobsOf = (plans: readonly Plan[]): ReadonlyMap<string, Job> =>
  new Map(
    plans.flatMap(plan =>
      Array.from({ length: plan.parts }, (_, part): [string, Job] => [keyOf({ plan, part }), { plan, part }]),
    ),
  )

/** A part without its periods, which are the most of it; what ended a run early as it would be written. */
const inMemory = ({ from, outcomes, proof, violations }: Part): StoredPoint => ({
  from,
  outcomes,
  proof,
  violations: violationsJson(violations),
})

/** The parts of one plan; what broke an invariant is counted above, over all plans. */
const partsIn = (points: ReadonlyMap<string, StoredPoint>, plan: Plan) =>
  Array.from({ length: plan.parts }, (_, part) => points.get(keyOf({ plan, part })) as StoredPoint).map(
    point => ({ ...point, violations: [] }),
  )
