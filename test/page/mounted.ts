import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { newPage } from '../element/page.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** A program in TypeScript as one script for a browser; imports begin at the top of the repository. */
export async function scriptOf(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'tsx' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

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
