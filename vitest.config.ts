import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * `--mode long`: 10,000 random cases a law instead of 200.
 * `--mode live`: only the tests that need a node, at REGEN_RPC.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'live' ? ['test/live/**/*.test.ts'] : ['test/**/*.test.ts'],
    exclude: mode === 'live' ? [] : ['test/live/**'],
    env: mode === 'long' ? { REGEN_TEST_LONG: '1' } : {},
    disableConsoleIntercept: mode === 'live',
    typecheck: { enabled: false },
    // No test changes what another could see, and most of a short test is the loading of modules.
    isolate: false,
    // Tests wait for nodes, browsers and programs more than they compute: two at a time also where a machine has two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // An end for what hangs, and not for what is slow: machines that are busy take ten times as long as others.
    testTimeout: mode === 'live' ? 3_600_000 : mode === 'long' ? 1_800_000 : 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 240_000 } },
  },
}))
