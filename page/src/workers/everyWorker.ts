/** All workers in one script, which share what they need: in a worker it is the one that its address names. */
const WORKERS: { readonly [name: string]: () => Promise<unknown> } = {
  previewWorker: () => import('./previewWorker.ts'),
  marketWorker: () => import('./marketWorker.ts'),
  nodeWorker: () => import('./nodeWorker.ts'),
  policyWorker: () => import('./policyWorker.ts'),
  scenarioWorker: () => import('./scenarioWorker.ts'),
  fundWorker: () => import('./fundWorker.ts'),
}

void WORKERS[location.hash.slice(1)]?.()
