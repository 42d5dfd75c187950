import scenarioJson from '../../../examples/simulation/monte-carlo.json' with { type: 'json' }
import { parsePolicy } from '../../../src/policy/policy.ts'
import type { ColumnName } from '../../../src/simulation/run/columns.ts'
import { parseScenario, withPolicy } from '../../../src/simulation/scenario/scenario.ts'
import type { Band } from '../../../src/simulation/study/answers/bands.ts'
import { planStudy } from '../../../src/simulation/study/plan.ts'
import { runPart } from '../../../src/simulation/study/runPart.ts'
import { concludeStudy, gather, newGathering } from '../../../src/simulation/study/study.ts'
import { answer, type Tools } from './call.ts'

/** What a page shows of a study. */
export type ShownStudy = {
  readonly runs: number
  readonly bands: { readonly [name in ColumnName]: readonly Band[] }
  readonly proven: boolean
}

const METHODS = {
  /** Five years under a policy, many times over, with inputs drawn from the published distributions. One run is a part, so that it can be stopped. */
  study: async ({ signal, progress }: Tools, policy: unknown, runs: number): Promise<ShownStudy> => {
    const plan = planStudy(withPolicy(parseScenario(scenarioJson), parsePolicy(policy)), runs, 1)
    const gathering = newGathering(plan)
    for (let part = 0; part < plan.parts; part++) {
      gather(gathering, runPart(plan, part))
      progress(part + 1)
      // Lets a stop be heard between two runs.
      await new Promise(resolve => setTimeout(resolve))
      if (signal.aborted) throw Object.assign(new Error('Stopped.'), { code: 'CALL_ABORTED' })
    }
    const { bands, proven } = concludeStudy(gathering)
    return { runs, bands, proven }
  },
}

export type ScenarioMethods = typeof METHODS

answer(METHODS)
