import { describe, expect, test } from 'vitest'
import { run } from '../cli/run.ts'
import { hasChromium, violations } from '../element/page.ts'
import { flaws, pageInBrowser } from './open.ts'
import { STOPPED_FIRST } from './stoppedFirst.ts'

/** Policies on the page: the numbers of the command line, every kind of answer as a control, and the state in the address. */

describe.skipIf(!hasChromium)('a policy on the page', () => {
  const { open } = pageInBrowser()

  test('a policy: an answer is changed, the numbers follow, the link keeps it; axe finds nothing', async () => {
    const { page, wrong, elsewhere } = await open('#/policy')
    await page.getByRole('heading', { name: 'From A to B' }).waitFor()
    const week = page.locator('table', { hasText: 'Minted' })
    const before = await week.innerText()
    await page.getByText('M012, supply').click()
    await page.getByLabel('Hard cap').fill('200000000000000')
    await page.getByLabel('Hard cap').blur()
    await page.locator('main', { hasText: 'm012.hardCap' }).waitFor()
    expect(await week.innerText()).not.toBe(before)
    const after = await week.innerText()
    await page.reload()
    await page.locator('main', { hasText: 'm012.hardCap' }).waitFor()
    expect(await week.innerText()).toBe(after)
    await page.getByText('M012, supply').click()
    await page.getByLabel('Hard cap').fill('nothing')
    await page.getByLabel('Hard cap').blur()
    await page.locator('.knob .notice.bad').waitFor()
    expect(await week.innerText()).toBe(after)
    expect(await flaws(page, 'policy')).toEqual([])
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('the policy of the page is the one of the command line, by its hash', async () => {
    const { page } = await open('#/policy?a=compromise')
    const hash = (await page.locator('p.code', { hasText: /^[0-9a-f]{16}…$/ }).innerText()).slice(0, 16)
    const { out } = await run(['policy', '--preset', 'compromise', '--json'])
    expect((JSON.parse(out) as { hash: string }).hash.slice(0, 16)).toBe(hash)
    await page.context().close()
  })

  test('a scenario of five years runs in a worker, and can be stopped', async () => {
    const { page, wrong } = await open('#/policy?a=model-a&b=model-a', { script: STOPPED_FIRST })
    await page.getByRole('button', { name: 'Run it' }).click()
    await page.getByText('0 of 4 runs').waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Run it' }).waitFor()
    expect(await page.getByText('runs each').count()).toBe(0)
    expect(await page.locator('.notice.bad').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a list, a table and a setting with fields of its own are changed by controls, and kept until they fit together', async () => {
    const { page, wrong } = await open('#/policy')
    const knob = (name: string) =>
      page.locator('fieldset.knob', { has: page.getByText(name, { exact: true }) })
    const changes = page.locator('[aria-labelledby="diff-title"]')
    await knob('Valuation').getByRole('button', { name: 'Move entry 2 of Valuation up' }).click()
    await knob('Valuation')
      .getByRole('button', { name: /^Apply/ })
      .click()
    await changes.locator('.code', { hasText: 'm013.valuation' }).waitFor()
    await knob('Burn share').getByRole('combobox').selectOption('dynamic')
    await knob('Burn share').getByLabel('Revenue').fill('1000000')
    await knob('Burn share').getByLabel('Share', { exact: true }).fill('0.25')
    await knob('Burn share').getByLabel('Share', { exact: true }).blur()
    await knob('Burn share').getByText('= 25 %').waitFor()
    await knob('Burn share')
      .getByRole('button', { name: /^Apply/ })
      .click()
    await changes.locator('.code', { hasText: 'm013.burnShare' }).waitFor()
    await page.getByText('M014, validators').click()
    await knob('Weights').getByRole('button', { name: 'Remove uptime of Weights' }).click()
    await knob('Weights')
      .getByRole('button', { name: /^Apply/ })
      .click()
    await knob('Weights').locator('.notice.bad').waitFor()
    expect(await violations(page)).toEqual([])
    await knob('Weights').getByRole('button', { name: /^Undo/ }).click()
    await knob('Weights').getByText('uptime', { exact: true }).waitFor()
    await knob('Target date').getByRole('checkbox').check()
    await knob('Target date').getByLabel('Target date', { exact: true }).fill('2027-01-01T00:00:00Z')
    await knob('Target date')
      .getByRole('button', { name: /^Apply/ })
      .click()
    await changes.locator('.code', { hasText: 'm014.targetDate' }).waitFor()
    const text = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('a') ?? ''
    expect(JSON.parse(Buffer.from(text.slice(1), 'base64url').toString())).toMatchObject({
      m013: {
        valuation: [{ source: 'twap-7d' }, { source: 'explicit' }, {}, {}, {}, {}],
        burnShare: { kind: 'dynamic', points: [{ revenue: '1000000', share: '0.25' }] },
      },
      m014: { targetDate: '2027-01-01T00:00:00Z' },
    })
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('every open question stands with its text; no answer has to be written as JSON', async () => {
    const { page } = await open('#/policy')
    await page.locator('fieldset.knob').first().waitFor({ state: 'attached' })
    const asked = await page
      .locator('fieldset.knob')
      .evaluateAll(knobs =>
        knobs.map(knob => /OQ-/.test(knob.textContent ?? '') && knob.querySelector('p.quiet') !== null),
      )
    expect(asked.length).toBeGreaterThan(30)
    expect(asked).not.toContain(false)
    await page.getByLabel('Also what has no number').check()
    expect(await page.locator('fieldset.knob textarea').count()).toBe(0)
    expect(await page.locator('fieldset.knob:not(:has(input, select, ol.entries))').count()).toBe(0)
    await page.context().close()
  })
})
