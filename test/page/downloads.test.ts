import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import scenarioJson from '../../examples/simulation/monte-carlo.json' with { type: 'json' }
import { parseMessages, policyHash } from '../../src/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { presetPolicy } from '../../src/policy/presets.ts'
import { parseScenario, withPolicy } from '../../src/simulation/scenario/scenario.ts'
import { planStudy } from '../../src/simulation/study/plan.ts'
import { runPart } from '../../src/simulation/study/runPart.ts'
import { concludeStudy, gather, newGathering } from '../../src/simulation/study/study.ts'
import { example, run } from '../cli/run.ts'
import { hasChromium } from '../element/page.ts'
import { exactAmounts, pageInBrowser } from './open.ts'

/** What the page gives away, by its bytes: each file says what the page, the package and the command line say. */

describe.skipIf(!hasChromium)('files of the page', () => {
  const { open, address } = pageInBrowser()

  /** The file that a press of this button gives. */
  const fileOf = async (page: Page, button: string | RegExp, within = 'main') => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(within).getByRole('button', { name: button, exact: true }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  const rowsOf = (bytes: Uint8Array): readonly Readonly<Record<string, string>>[] =>
    parse(Buffer.from(bytes), { columns: true })

  test('a policy as JSON is the policy, by its hash; the command line takes it', async () => {
    const { page, wrong } = await open('#/policy?a=compromise&b=burn-0')
    const { name, bytes } = await fileOf(page, 'Policy A as JSON')
    expect(name).toBe('policy.json')
    const policy = parsePolicy(JSON.parse(bytes.toString()))
    expect(policyHash(policy)).toBe(policyHash(presetPolicy('compromise')))
    const { out } = await run(['policy', '--file', '-', '--json'], { stdin: bytes.toString() })
    expect((JSON.parse(out) as { hash: string }).hash).toBe(policyHash(policy))
    await page.getByRole('button', { name: 'Policy B', exact: true }).click()
    const other = await fileOf(page, 'Policy B as JSON')
    expect(policyHash(parsePolicy(JSON.parse(other.bytes.toString())))).toBe(
      policyHash(presetPolicy('burn-0')),
    )
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('the numbers of two policies as CSV are those of the tables, to the unit', async () => {
    const { page } = await open('#/policy?a=model-a&b=burn-0')
    const card = '[aria-labelledby="numbers-title"]'
    await page.locator(`${card} table`).last().waitFor()
    const { name, bytes } = await fileOf(page, 'Both as CSV')
    expect(name).toBe('policies.csv')
    const rows = rowsOf(bytes)
    const written = rows.flatMap(row => [row['a_uregen'] ?? '', row['b_uregen'] ?? '']).filter(Boolean)
    expect(written.map(amount => `${amount}uregen`)).toEqual(await exactAmounts(page, `${card} table`))
    expect(rows.map(row => row['what'])).toEqual(await page.locator(`${card} tbody th`).allInnerTexts())
    await page.context().close()
  })

  test('a scenario as CSV and as a picture: the bands that the package computes, and what was drawn', async () => {
    const { page, wrong } = await open('#/policy?a=model-a&b=burn-0&show=burned')
    await page.getByRole('button', { name: 'Run both' }).click()
    const { name, bytes } = await fileOf(page, 'CSV', '[aria-labelledby="scenario-title"]')
    expect(name).toBe('burned.csv')
    const [a, b] = (['model-a', 'burn-0'] as const).map(preset => {
      const plan = planStudy(withPolicy(parseScenario(scenarioJson), presetPolicy(preset)), 4, 1)
      const gathering = newGathering(plan)
      for (let part = 0; part < plan.parts; part++) gather(gathering, runPart(plan, part))
      return concludeStudy(gathering).bands.burned
    })
    expect(rowsOf(bytes)).toEqual(
      a?.map((band, week) => ({
        week: `${week + 1}`,
        ...Object.fromEntries(
          (['p5', 'p25', 'p50', 'p75', 'p95'] as const).flatMap(at => [
            [`a_${at}`, `${band[at]}`],
            [`b_${at}`, `${b?.[week]?.[at]}`],
          ]),
        ),
      })),
    )
    const picture = await fileOf(page, 'Picture')
    expect(picture.name).toBe('burned.png')
    const { width, height, colours, corner } = pixelsOf(picture.bytes)
    const canvas = page.locator('[aria-labelledby="scenario-title"] canvas')
    const drawn = await canvas.evaluate(node => [
      (node as HTMLCanvasElement).width,
      (node as HTMLCanvasElement).height,
    ])
    // Above the chart stands what it is; the ground is the page's, and no hole.
    expect([width, height]).toEqual([drawn[0], (drawn[1] ?? 0) + 12 + 5 * 20])
    expect(corner).toMatch(/^ffffff(ff)?$/)
    // Two lines, two pairs of bands, a grid and letters.
    expect(colours).toBeGreaterThan(20)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a picture is offered once its chart is drawn', async () => {
    const { page } = await open('#/policy?a=model-a&b=model-a&show=burned')
    let draw = () => {}
    const held = new Promise<void>(resolve => {
      draw = resolve
    })
    await page.route(/assets\/Plot-/, async route => {
      await held
      await route.continue()
    })
    await page.getByRole('button', { name: 'Run it' }).click()
    const button = page.getByRole('button', { name: 'Picture' })
    await button.waitFor()
    expect(await button.isDisabled()).toBe(true)
    draw()
    expect((await fileOf(page, 'Picture')).name).toBe('burned.png')
    await page.context().close()
  })

  test('a round as CSV and its proposal are those of the command line', async () => {
    const { page } = await open('#/fund')
    const { name, bytes } = await fileOf(page, 'CSV')
    expect(name).toBe('allocations.csv')
    const round = ['--round', example('fund/quadratic')]
    const { out: csv } = await run(['fund', 'quadratic', ...round, '--csv'])
    expect(rowsOf(bytes)).toEqual(
      rowsOf(Buffer.from(csv)).map(({ project, recipient, amount, denom }) => ({
        ...{ project, recipient, amount, denom },
      })),
    )
    const proposal = await fileOf(page, 'Proposal as JSON')
    expect(proposal.name).toBe('proposal.json')
    const { files } = await run(['fund', 'quadratic', ...round, '--report', 'report.json'])
    const { out: settled } = await run(
      ['fund', 'settle', '--proposer', PROPOSER, '--deposit', '2000000000uregen', '--json'],
      { stdin: files.get('report.json') ?? '' },
    )
    const { messages } = JSON.parse(proposal.bytes.toString()) as { messages: readonly unknown[] }
    expect(messages).toEqual((JSON.parse(settled) as { messages: unknown }).messages)
    expect(parseMessages(messages).map(({ typeUrl }) => typeUrl)).toEqual([
      '/regen.data.v2.MsgAnchor',
      '/cosmos.gov.v1.MsgSubmitProposal',
    ])
    await page.context().close()
  })

  test('a link that is copied opens the same view, with its state and without the node', async () => {
    const { page } = await open('#/policy?a=compromise&b=burn-0&show=fees')
    await page.getByRole('heading', { name: 'From A to B' }).waitFor()
    await page.getByRole('button', { name: 'Copy link' }).click()
    const link = `${address()}#/policy?a=compromise&b=burn-0&show=fees`
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    const { page: other } = await open(new URL(link).hash)
    expect(await other.getByLabel('Show').inputValue()).toBe('fees')
    expect(await other.getByLabel('Begin with').inputValue()).toBe('compromise')
    await page.context().close()
    await other.context().close()
  })
})

const PROPOSER = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

/** The size of a PNG of eight bits a channel, how many colours are in it, and which is in its corner. */
function pixelsOf(png: Buffer) {
  expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
  const data: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const raw = inflateSync(Buffer.concat(data))
  const channels = (raw.length / height - 1) / width
  const seen = new Set<string>()
  for (let at = 1; at < raw.length; at += channels) seen.add(raw.toString('hex', at, at + channels))
  return { width, height, colours: seen.size, corner: raw.toString('hex', 1, 1 + channels) }
}
