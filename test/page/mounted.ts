import type { Browser, Page } from 'playwright-core'
import { newPage } from '../element/page.ts'
import { scriptOf } from '../support/scriptOf.ts'

/** A part of the page alone: what `App` draws in this program, with whatever else the program does. */
export async function mounted(browser: Browser, program: string): Promise<Page> {
  const page = await newPage(browser)
  await page.setContent('<!doctype html><html lang="en"><title>part</title><main id="page"></main></html>')
  await page.addScriptTag({
    content: await scriptOf(`
      import { render } from 'preact'
      ${program}
      render(<App />, document.getElementById('page'))`),
  })
  return page
}
