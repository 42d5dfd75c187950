import { expect, test } from 'vitest'
import { soak } from '../support/soak.ts'

test('200 previews through a node that fails 20 % of the time: as without failures, or a typed error', async () => {
  const { previews, identical, failed, requests, faults, pending } = await soak({ runs: 200, seed: 4 })
  const errors = Object.values(failed).reduce((sum, count) => sum + count, 0)
  const wrong = Object.values(faults).reduce((sum, count) => sum + count, 0)
  console.log(
    `soak: ${identical} of ${previews} as without failures, ${errors} typed errors, ${wrong} of ${requests} requests failed`,
  )
  expect([previews, identical + errors, pending]).toEqual([200, 200, 0])
  expect(Object.keys(faults)).toHaveLength(17)
  expect(identical).toBeGreaterThan(150)
  expect(wrong * 10).toBeGreaterThan(requests)
}, 60_000)

test('a signal ends it between two previews or in one, and what was done is reported', async () => {
  const stop = new AbortController()
  const { previews, pending } = await soak({
    runs: 1000,
    seed: 5,
    signal: stop.signal,
    progress: done => {
      if (done === 3) stop.abort()
    },
  })
  expect([previews, pending]).toEqual([3, 0])
})
