import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { connectRegen } from '../../src/client.ts'
import { cosmjsClients } from './cosmjsClients.ts'
import { liveFills } from './fills.ts'
import { liveRun } from './liveRun.ts'
import { setMarketplaceFees, whyNoGovernance } from './marketplaceFees.ts'
import { seededRandom } from './random.ts'
import { renderReport, wastefulOnes, wrongOnes } from './report.ts'
import { sendWith } from './send.ts'
import { HOW_TO_RUN, liveSettings } from './settings.ts'
import { setUp } from './setUp.ts'

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

test.skipIf(settings === null)(
  'every version of CosmJS sends with our types what its preview said, and fills cost what they said',
  async () => {
    if (settings === null) return
    const { rpc, people, governor, seed, runs } = settings
    const regen = await connectRegen(rpc)
    try {
      const addresses = people.map(({ address }) => address)
      const random = seededRandom(seed)
      const send = sendWith(regen, [...people, governor])
      const own = await setUp(regen, addresses, random, action => send(action, 'direct'))
      if ((await whyNoGovernance(regen, governor.address)) === null)
        await setMarketplaceFees(
          regen,
          governor.address,
          { buyer: '0.0123', seller: '0.02' },
          action => send(action, 'direct'),
          pause,
        )
      const sent = await cosmjsClients(regen, rpc[0] ?? '', people, own, random, console.info)
      expect(sent.filter(({ code, previewed, debited }) => code !== 0 || previewed !== debited)).toEqual([])
      const fills = await liveFills(regen, addresses, own, random, { count: runs, send, say: console.info })
      expect(fills.filter(({ cost, debited }) => cost !== debited)).toEqual([])
      expect(fills.length).toBe(runs)
      console.info(`${sent.length} transactions by CosmJS and ${fills.length} fills: equal to the unit`)
    } finally {
      regen.disconnect()
    }
  },
)
