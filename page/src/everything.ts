/** The page and its workers in one script, for who opens the page as a file. */
if (typeof document === 'undefined') void import('./workers/everyWorker.ts')
else void import('./main.tsx')
