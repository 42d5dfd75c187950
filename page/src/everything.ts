/** The page and its workers in one script, for who opens the page as a file. */
if (typeof document === 'undefined') {
  void import('./workers/firstWorkers.ts')
  void import('./workers/laterWorkers.ts')
} else void import('./main.tsx')
