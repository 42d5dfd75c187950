import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePages, hasChromium, newPage, openBrowser } from '../element/page.ts'
import { exactAmounts, servedPage } from './open.ts'

/** The page opened as a file, from a folder: without a server, with its workers. */

const INDEX = fileURLToPath(new URL('../../page/dist/index.html', import.meta.url))

describe.skipIf(!hasChromium)('the page in a folder', () => {
  let browser: Browser
  beforeAll(async () => {
    await (await servedPage()).close()
    browser = await openBrowser()
  })
  afterAll(() => closePages(browser))

  const open = async (hash: string): Promise<{ page: Page; wrong: readonly string[] }> => {
    const page = await newPage(browser)
    const wrong: string[] = []
    page.on('pageerror', error => wrong.push(error.message))
    page.on('console', message => {
      // What the browser does not load from a folder, it says; the plain script stands in for it.
      if (message.type() === 'error' && !/CORS policy|ERR_FAILED/.test(message.text()))
        wrong.push(message.text())
    })
    await page.goto(`${pathToFileURL(INDEX)}${hash}`)
    return { page, wrong }
  }

  test('previews, by a worker as well, and looks as it does from a server', async () => {
    const { page, wrong } = await open('')
    await page.locator('.side.live').waitFor()
    expect(await exactAmounts(page, '.side.live .headline')).toEqual(['59228369uregen'])
    await page.getByRole('button', { name: /Retire credits/ }).click()
    await page
      .getByText(/^Retires/)
      .first()
      .waitFor()
    expect(
      await page
        .locator('.card')
        .first()
        .evaluate(card => getComputedStyle(card).borderTopWidth),
    ).toBe('1px')
    await page.goBack()
    await page.getByText('Buys 2.345678').waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test.each([
    ['market', 'C01 in REGEN'],
    ['network', 'M012 supply'],
    ['policy', 'From A to B'],
    ['fund', /^Why /],
  ])('opens the view %s', async (view, heading) => {
    const { page, wrong } = await open(`#/${view}`)
    await page.getByRole('heading', { name: heading }).waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })
})
