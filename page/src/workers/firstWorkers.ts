import { startNamed } from './startNamed.ts'

/** The workers of previews and of the market, which a reader meets first, in one script: what they share is there once. */
startNamed({
  previewWorker: () => import('./previewWorker.ts'),
  marketWorker: () => import('./marketWorker.ts'),
})
