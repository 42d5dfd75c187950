/** The page and its workers in one script: in a worker, the one that its address names. */
const WORKERS: { readonly [name: string]: () => Promise<unknown> } = {
  previewWorker: () => import('./workers/previewWorker.ts'),
  marketWorker: () => import('./workers/marketWorker.ts'),
  nodeWorker: () => import('./workers/nodeWorker.ts'),
  policyWorker: () => import('./workers/policyWorker.ts'),
  scenarioWorker: () => import('./workers/scenarioWorker.ts'),
  fundWorker: () => import('./workers/fundWorker.ts'),
}

if (typeof document === 'undefined') void WORKERS[location.hash.slice(1)]?.()
else void import('./main.tsx')
