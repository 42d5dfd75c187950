import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { filesOf } from '../src/bundled/bundledFiles.ts'
import { servePage } from '../src/cli/page/servePage.ts'
import { CHROMIUM } from './chromium.ts'
import { palettePng } from './palettePng.ts'

/** Pictures of the built page for docs/page.md. How fast it is, `pageSpeed.ts` says. */

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))
const pictures = path('docs/pictures')
mkdirSync(pictures, { recursive: true })

type Shot = {
  readonly name: string
  readonly hash: string
  readonly dark?: boolean
  readonly narrow?: boolean
  readonly node?: string
  /** Only this part of the page. */
  readonly part?: string
  readonly act?: (page: Page) => Promise<void>
}

const SHOTS: readonly Shot[] = [
  { name: 'preview', hash: '#/preview?example=mixed' },
  {
    name: 'preview-number',
    hash: '#/preview',
    narrow: true,
    act: async page => {
      await page.locator('.side.live').scrollIntoViewIfNeeded()
      await page.locator('.side.live .headline .number').click()
    },
  },
  { name: 'preview-refused', hash: `#/preview?mode=build&in=${refused()}`, dark: true },
  { name: 'node-silent', hash: '#/preview', narrow: true, node: 'http://127.0.0.1:1' },
  { name: 'market', hash: '#/market?class=C01&by=budget&amount=100' },
  { name: 'network', hash: '#/network?policy=compromise', dark: true },
  { name: 'policy', hash: '#/policy' },
  {
    name: 'policy-years',
    hash: '#/policy',
    part: '[aria-labelledby=scenario-title]',
    act: async page => {
      await page.getByRole('button', { name: 'Run both' }).click()
      await page.locator('.chart').waitFor({ timeout: 300_000 })
    },
  },
  { name: 'fund', hash: '#/fund?round=quadratic&project=forest' },
]

/** In bytes: what a README may show. */
const LARGEST = 60_000

const served = await servePage(filesOf(path('page/dist')), 0)
const browser = await chromium.launch(CHROMIUM)
try {
  for (const shot of SHOTS) await take(shot)
} finally {
  await browser.close()
  await served.close()
}

async function take({ name, hash, dark = false, narrow = false, node, part, act }: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: narrow ? { width: 375, height: 700 } : { width: 1240, height: 860 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  })
  if (node !== undefined)
    await context.addInitScript(chosen => localStorage.setItem('regen-fees.node', chosen), node)
  const page = await context.newPage()
  await page.goto(served.url + hash)
  await page
    .locator(node === undefined ? 'main .card, main .side' : '.notice.bad')
    .first()
    .waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  if (node !== undefined) await page.locator('.notice.bad').scrollIntoViewIfNeeded()
  await act?.(page)
  const shown = await (part === undefined ? page.screenshot() : page.locator(part).screenshot())
  const picture = await compressed(page, shown)
  if (picture.length > LARGEST) throw new Error(`${name} is ${picture.length} bytes`)
  writeFileSync(`${pictures}/${name}.png`, picture)
  console.log(`${name}.png: ${Math.round(picture.length / 1000)} kB`)
  await context.close()
}

/** A picture in few colours; its pixels are read by the browser. */
async function compressed(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, base64 } = await page.evaluate(async text => {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context?.drawImage(image, 0, 0)
    const pixels = new Blob([context?.getImageData(0, 0, width, height).data ?? ''])
    const reader = new FileReader()
    reader.readAsDataURL(pixels)
    await new Promise(resolve => reader.addEventListener('load', resolve))
    return { width, height, base64: String(reader.result).replace(/^.*,/, '') }
  }, png.toString('base64'))
  return palettePng(Buffer.from(base64, 'base64'), width, height)
}

/** A retirement of more credits than anybody has. */
function refused(): string {
  const message = {
    typeUrl: '/regen.ecocredit.v1.MsgRetire',
    value: {
      owner: 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg',
      credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '999999' }],
      jurisdiction: 'US-WA',
    },
  }
  return Buffer.from(JSON.stringify({ messages: [message] })).toString('base64url')
}
