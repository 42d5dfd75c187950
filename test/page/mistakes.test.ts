import { describe, expect, test } from 'vitest'
import { hasChromium } from '../element/page.ts'
import { flawsOfState, packed, pageInBrowser } from './open.ts'

/** What a person does wrong, or a link on its way: it is said, and what is shown instead. */
describe.skipIf(!hasChromium)('mistakes of a reader', () => {
  const { open } = pageInBrowser()

  test('a policy of a link that was cut off is said to be the default', async () => {
    const { page, wrong } = await open('#/policy?a=%7EeyJtMDEyIjp7&b=compromise')
    await page.getByText('Policy A of this link cannot be read').waitFor()
    expect(await flawsOfState(page, 'a policy that cannot be read')).toEqual([])
    await page.getByLabel('Begin with').selectOption('compromise')
    await page.getByText('Policy A of this link cannot be read').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Network' }).click()
    await page.locator('.glance').waitFor()
    expect(await page.getByText('cannot be read').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a price that is none is said to be none', async () => {
    const { page, wrong } = await open('#/preview?example=retirement')
    const price = page.getByLabel('A credit of C01, in REGEN')
    const fee = page.locator('.side.proposed .headline')
    await price.waitFor()
    const before = await fee.innerText()
    await price.fill('thirty')
    await price.blur()
    await page.getByText('A price is a number such as 30 or 5.5').waitFor()
    expect(await fee.innerText()).toBe(before)
    expect(await price.getAttribute('aria-invalid')).toBe('true')
    expect(await flawsOfState(page, 'a price that is none')).toEqual([])
    await price.fill('30')
    await price.blur()
    await expect.poll(() => fee.innerText()).not.toBe(before)
    expect(await page.getByText('A price is a number').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('ballots with mistakes name their lines; the same file is taken again once it is mended', async () => {
    const { page, wrong } = await open('#/fund')
    await page.getByRole('heading', { name: /^Why/ }).waitFor()
    const give = (csv: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'ballots.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await give('contributor;project;amount\nann;forest;1,5\nben;nowhere;100\n')
    await page.getByText('line 2: amount is a whole number of smallest units').waitFor()
    expect(await page.locator('.notice.bad').innerText()).toContain('line 3: there is no project "nowhere"')
    expect(await flawsOfState(page, 'ballots with mistakes')).toEqual([])
    await give('contributor;project;amount\nann;forest;1500000\nben;soil;100000000\n')
    await page.getByRole('heading', { name: /^Why/ }).waitFor()
    expect(await page.locator('input[type=file]').inputValue()).toBe('')
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a budget that is no whole number is said to be none, and the example’s is named', async () => {
    const { page, wrong } = await open('#/fund?round=retro-median&budget=12.5')
    await page.getByText('A budget is a whole number of REGEN').waitFor()
    expect(await page.getByLabel('Budget in REGEN').getAttribute('placeholder')).toBe('100000')
    expect(await flawsOfState(page, 'a budget that is none')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test.each([
    ['market', '#/market', '.book'],
    ['network', '#/network', '.glance'],
    ['policy', '#/policy', '#scenario-title'],
    ['fund', `#/fund?csv=${packed('contributor,project,amount\nann,forest,1500000\n')}`, '.trace'],
    ['preview', '#/preview?example=mixed', '.place'],
  ])('every amount of a view opens to what it is and where it is from: %s', async (_, hash, seen) => {
    const { page, wrong } = await open(hash)
    await page.locator(seen).first().waitFor()
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    await page.locator('main details:not([open]) > summary').evaluateAll((found: HTMLElement[]) => {
      for (const one of found) one.click()
    })
    const amounts = await page.locator('main data.amount').count()
    expect(amounts).toBeGreaterThan(3)
    expect(await page.locator('main button.number > data.amount').count()).toBe(amounts)
    const silent = await page.evaluate(async () => {
      const without: string[] = []
      for (const button of document.querySelectorAll<HTMLElement>('main button.number')) {
        button.click()
        await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
        const said = document.querySelector('.explanation')?.textContent ?? ''
        if (!/Source: ./.test(said) && !/As the message says it/.test(said))
          without.push(`${button.textContent}: ${said}`)
      }
      return without
    })
    expect(silent).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })
})
