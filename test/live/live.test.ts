import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { connectRegen } from '../../src/client.ts'
import { liveRun } from './liveRun.ts'
import { renderReport, wastefulOnes, wrongOnes } from './report.ts'
import { sendWith } from './send.ts'
import { HOW_TO_RUN, liveSettings } from './settings.ts'

const settings = await liveSettings(process.env)
if (settings === null) console.info(`Skipped. ${HOW_TO_RUN}`)

test.skipIf(settings === null)('random transactions on a live node do what their previews said', async () => {
  if (settings === null) return
  const { rpc, people, governor, ...options } = settings
  const regen = await connectRegen(rpc)
  try {
    console.info(`seed ${settings.seed}`)
    const report = await liveRun({
      ...options,
      regen,
      people: people.map(({ address }) => address),
      governor: governor.address,
      send: sendWith(regen, [...people, governor]),
      pause,
      say: console.info,
    })
    console.info(`\n${renderReport(report)}`)
    expect(wrongOnes(report)).toEqual([])
    expect(wastefulOnes(report)).toEqual([])
  } finally {
    regen.disconnect()
  }
})
