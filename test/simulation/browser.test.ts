import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as simulation from '../../src/simulation/index.ts'
import { closePages, hasChromium, newPage, openBrowser } from '../element/page.ts'
import { scriptOf } from '../support/scriptOf.ts'
import { changed, SCENARIO_NAMES } from './support.ts'

/** The same bytes in Node and in a browser: every column of every period, every outcome and every sum. */

type Simulation = typeof simulation

/** Runs two runs of a scenario, and gives all that is kept of them; also called in the browser, where only its text arrives. */
function bytesOf({ parseScenario, planStudy, runPart }: Simulation, json: unknown) {
  const { outcomes, periods, proof } = runPart(planStudy(parseScenario(json), 2, 2), 0)
  return {
    outcomes,
    proof: Object.values(proof).map(String),
    columns: Object.entries(periods).map(([name, column]) => [name, ...new Uint8Array(column.buffer)]),
  }
}

describe.runIf(hasChromium)('in Chromium', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const script = await scriptOf(
      "import * as simulation from './src/simulation/index.ts'; Object.assign(window, { simulation })",
    )
    browser = await openBrowser()
    page = await newPage(browser)
    await page.addScriptTag({ content: script })
  })

  afterAll(() => closePages(browser))

  test.each(SCENARIO_NAMES)('%s comes to the same bytes', async name => {
    const json = simulation.scenarioJson(changed(name, { periods: 30 }))
    const found = await page.evaluate(`(${bytesOf.toString()})(window.simulation, ${JSON.stringify(json)})`)
    const here = bytesOf(simulation, json)
    expect(here.columns.some(column => column.some(byte => byte !== 0))).toBe(true)
    expect(found).toEqual(here)
  })
})
