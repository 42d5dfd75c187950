import type { Scenario } from '../scenario/scenario.ts'
import { type AnyAgent, anyAgent } from './agent.ts'
import { ecologyAgent } from './ecology.ts'
import { governanceAgent } from './governance.ts'
import { marketAgent } from './market.ts'
import { priceAgent } from './price.ts'
import { stabilityAgent } from './stability.ts'
import { validatorAgent } from './validators.ts'
import { washAgent } from './washTraders.ts'

/** The agents of a scenario, in the order in which they act: prices first, wash traders when they see what the honest do. */
export const builtInAgents = ({ agents }: Scenario): readonly AnyAgent[] => [
  anyAgent(priceAgent(agents.price)),
  anyAgent(marketAgent(agents.market)),
  anyAgent(ecologyAgent()),
  anyAgent(validatorAgent(agents.validators)),
  anyAgent(stabilityAgent(agents.stability)),
  anyAgent(governanceAgent(agents.governance)),
  anyAgent(washAgent(agents.wash)),
]
