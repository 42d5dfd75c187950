import { readFileSync } from 'node:fs'
import { LIVE_PAGES } from '../liveSizes.ts'

/** docs/reference/sizes.md: each budget, and what was measured when somebody last recorded it. */

/** Bytes by the name of what was measured. */
export type Measured = { readonly [name: string]: number }

/** What `npm run check:size -- --write` recorded. */
export const MEASURED = new URL('./sizes.json', import.meta.url)

const bundles: readonly { readonly name: string; readonly limit: string }[] = JSON.parse(
  readFileSync(new URL('../../.size-limit.json', import.meta.url), 'utf8'),
)

/** Everything that has a budget, in bytes. */
export const SIZES: readonly { readonly name: string; readonly budget: number }[] = [
  ...bundles.map(({ name, limit }) => ({ name, budget: Math.round(Number.parseFloat(limit) * 1000) })),
  ...LIVE_PAGES.map(({ name, limit }) => ({ name, budget: limit })),
]

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

export function sizesPage(): string {
  const measured: Measured = JSON.parse(readFileSync(MEASURED, 'utf8'))
  return `${[
    '# Sizes',
    'This page is written by `npm run docs`: budgets from `.size-limit.json` and `scripts/liveSizes.ts`, sizes as `npm run check:size -- --write` recorded them.',
    'Minified and gzipped, with all dependencies. `npm run check:size` measures anew, and fails above a budget or where what is recorded is off by more than 3 %.',
    [
      '| what | size | budget |',
      '| --- | --- | --- |',
      ...SIZES.map(({ name, budget }) => {
        const size = measured[name]
        if (size === undefined) throw new Error(`${name}: not measured; run "npm run check:size -- --write"`)
        return `| ${name} | ${kB(size)} | ${budget / 1000} kB |`
      }),
    ].join('\n'),
    'What they are made of, and speeds: [sizes-and-speeds.md](../sizes-and-speeds.md).',
  ].join('\n\n')}\n`
}
