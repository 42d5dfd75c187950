import { outcomeOfRow } from '../../run/outcome.ts'
import type { Findings } from '../answers/conclusion.ts'
import type { Plan } from '../plan.ts'
import { addProofs, NO_PROOF, type Part, runPart } from '../runPart.ts'

/**
 * A study of several scenarios, such as a sweep or a search: it asks for what some plans come to, is told that in the same order, and asks
 * again or ends. Who answers, on one thread or on many, now or from what is on disk, makes no difference to it.
 */
export type Asking<Result> = Generator<readonly Plan[], Result, readonly Findings[]>

/** Answers here and now. */
export function answerHere<Result>(asking: Asking<Result>): Result {
  let step = asking.next()
  while (step.done !== true) step = asking.next(step.value.map(findHere))
  return step.value
}

/** The periods of a part are let go: only its outcomes are asked for. */
function findHere(plan: Plan): Findings {
  const parts = Array.from({ length: plan.parts }, (_, part) => {
    const { from, outcomes, proof, violations } = runPart(plan, part)
    return { from, outcomes, proof, violations }
  })
  return findingsOf(plan, parts)
}

/** What the parts of a plan say together, in the order of its runs. */
export function findingsOf(
  plan: Plan,
  parts: readonly Pick<Part, 'from' | 'outcomes' | 'proof' | 'violations'>[],
): Findings {
  const sorted = parts.toSorted((a, b) => a.from - b.from)
  return {
    plan,
    outcomes: sorted.flatMap(({ outcomes }) => outcomes.map(outcomeOfRow)),
    proof: sorted.reduce((sum, { proof }) => addProofs(sum, proof), NO_PROOF),
    violations: sorted.flatMap(({ violations }) => violations),
  }
}
