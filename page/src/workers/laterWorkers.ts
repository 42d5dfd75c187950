import { startNamed } from './startNamed.ts'

/** The workers of policies, scenarios, rounds and of a node, in one script: what they share is there once. */
startNamed({
  policyWorker: () => import('./policyWorker.ts'),
  nodeWorker: () => import('./nodeWorker.ts'),
  scenarioWorker: () => import('./scenarioWorker.ts'),
  fundWorker: () => import('./fundWorker.ts'),
})
