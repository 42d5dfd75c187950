import { fileURLToPath } from 'node:url'
import { type Browser, type CDPSession, chromium } from 'playwright-core'
import { filesOf } from '../src/bundled/bundledFiles.ts'
import { servePage } from '../src/cli/page/servePage.ts'
import { CHROMIUM } from './chromium.ts'

/**
 * How fast the built page opens, as the browser's own trace has it, at full speed and at a quarter of it: the middle of several runs. Two clocks: the one on the
 * wall, which also counts what other programs took; and the processor's for the page's main thread, which does not. The browser slows a thread down by keeping its
 * processor busy, so that at a quarter of the speed both clocks have the waiting in them.
 */

const RUNS = 7
const FIRST = { hash: '', seen: '.side.live .headline' }
const VIEWS: { readonly [view: string]: { readonly hash: string; readonly seen: string } } = {
  preview: FIRST,
  market: { hash: '#/market', seen: '.book .amount' },
  network: { hash: '#/network', seen: 'main .card' },
  policy: { hash: '#/policy', seen: 'main .card' },
  fund: { hash: '#/fund', seen: 'main table' },
}

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** All in microseconds; `tdur` is the processor's. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly documentLoaderURL?: string } }
}

/** In milliseconds, by the clock on the wall and of the processor. */
type Figures = {
  readonly drawn: number
  readonly busy: number
  readonly longest: number
  readonly longestBusy: number
}

const served = await servePage(filesOf(fileURLToPath(new URL('../page/dist', import.meta.url))), 0)
const browser = await chromium.launch(CHROMIUM)
try {
  const asked = process.argv.slice(2)
  for (const [view, { hash, seen }] of Object.entries(VIEWS)) {
    if (asked.length > 0 && !asked.includes(view)) continue
    for (const rate of [1, 4]) {
      const runs: Figures[] = []
      for (let run = 0; run < RUNS; run++) runs.push(await opening(browser, served.url + hash, seen, rate))
      const middle = (name: keyof Figures) =>
        Math.round(runs.map(run => run[name]).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0)
      console.log(
        `${view} at 1/${rate} of the speed: drawn after ${middle('drawn')} ms, of which the processor worked ${middle('busy')} ms; ` +
          `longest task ${middle('longest')} ms, of which the processor worked ${middle('longestBusy')} ms`,
      )
    }
  }
} finally {
  await browser.close()
  await served.close()
}

/** Opens an address until `seen` is there and two seconds beyond, and reads the trace. Nothing of ours runs in the page meanwhile but an observer. */
async function opening(browser: Browser, url: string, seen: string, rate: number): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 720 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
  await page.addInitScript(selector => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return
      observer.disconnect()
      // When it is not only there, but painted.
      requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')))
    })
    observer.observe(document, { childList: true, subtree: true })
  }, seen)
  const stop = await traced(await browser.newBrowserCDPSession())
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForTimeout(2500)
  const events = await stop()
  const drawn = await page.evaluate(() => performance.getEntriesByName('drawn')[0]?.startTime)
  await context.close()
  if (drawn === undefined) throw new Error(`${url} showed no ${seen} in time`)
  return figuresOf(events, drawn)
}

/** Traces the whole browser until what it returns is called. */
async function traced(cdp: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    },
  })
  return async () => {
    const complete = new Promise(resolve => cdp.once('Tracing.tracingComplete', resolve))
    await cdp.send('Tracing.end')
    await complete
    return events
  }
}

/** The tasks of the page's main thread, without the one in which the browser makes the empty document, which takes as long for any page. */
function figuresOf(events: readonly TraceEvent[], drawn: number): Figures {
  const start = events.find(
    ({ name, args }) =>
      name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith(served.url) === true,
  )
  if (start === undefined) throw new Error('the trace has no navigation')
  const main = events.filter(
    ({ ph, pid, tid, ts }) => ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts,
  )
  const commits = main.filter(({ name }) => name === 'DocumentLoader::CommitNavigation').map(({ ts }) => ts)
  const tasks = main.filter(
    ({ name, ts, dur = 0 }) => name === 'RunTask' && !commits.some(at => at >= ts && at <= ts + dur),
  )
  const before = tasks.filter(({ ts }) => ts - start.ts < drawn * 1000)
  return {
    drawn,
    busy: before.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    longest: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    longestBusy: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  }
}
