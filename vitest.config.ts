import { defineConfig } from 'vitest/config'

/** `--mode long`: 10,000 random cases a law instead of 200. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/live/**'],
    env: mode === 'long' ? { REGEN_TEST_LONG: '1' } : {},
    typecheck: { enabled: false },
    testTimeout: mode === 'long' ? 1_800_000 : 120_000,
    hookTimeout: 60_000,
  },
}))
