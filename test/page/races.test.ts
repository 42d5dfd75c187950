import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePages, hasChromium, newPage, openBrowser } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { scriptOf } from '../support/scriptOf.ts'
import { mounted } from './mounted.ts'
import { allDrawn, packed, pageInBrowser } from './open.ts'
import { STOPPED_FIRST } from './stoppedFirst.ts'

/** Two things at once: what is newer wins, nothing that was typed or chosen is lost, and nothing is begun twice. */

/** Counts what workers are asked, by the names of the calls, and how often they answer. */
const COUNTING = `{
  window.heard = 0
  const listen = Worker.prototype.addEventListener
  Worker.prototype.addEventListener = function (type, listener) {
    listen.call(this, type, event => {
      if (type === 'message') window.heard += 1
      listener(event)
    })
  }
  const asked = (window.asked = [])
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (message) {
    if (message.method) asked.push(message.method)
    return post.call(this, message)
  }
}`

const asked = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)

describe.skipIf(!hasChromium)('two things at once on the page', () => {
  const { open, address } = pageInBrowser()

  test('two answers that are changed before the first is drawn both count', async () => {
    const { page, wrong } = await open('#/policy')
    await page.getByRole('heading', { name: 'From A to B' }).waitFor()
    await allDrawn(page)
    await page.evaluate(() => {
      const type = (label: string, value: string) => {
        const field = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)
        if (field === null) throw new Error(label)
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
        field.dispatchEvent(new Event('change', { bubbles: true }))
      }
      type('Hard cap', '200000000000000')
      type('Unbonding days', '14')
    })
    const text = () => new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('a') ?? '~'
    await expect
      .poll(() => JSON.parse(Buffer.from(text().slice(1), 'base64url').toString() || '{}') as object)
      .toMatchObject({ m012: { hardCap: '200000000000000' }, m014: { unbondingDays: 14 } })
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('who chooses another policy while an answer is on its way has chosen', async () => {
    const { page } = await open('#/policy')
    await page.getByRole('heading', { name: 'From A to B' }).waitFor()
    await allDrawn(page)
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[aria-label="Hard cap"]')
      const choice = [...document.querySelectorAll('label')].find(({ textContent }) =>
        textContent.startsWith('Begin with'),
      )?.control as HTMLSelectElement
      if (field === null) throw new Error('Hard cap')
      field.value = '200000000000000'
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
      choice.value = 'compromise'
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await page.getByText('Nothing: both are the same policy.').waitFor()
    expect(page.url()).toContain('a=compromise')
    await page.context().close()
  })

  test('five years are begun once by two clicks, and a stop stops them', async () => {
    const { page, wrong } = await open('#/policy', { script: STOPPED_FIRST + COUNTING })
    const run = page.getByRole('button', { name: 'Run both' })
    await run.evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
    await page.getByRole('button', { name: 'Stop' }).click()
    await run.waitFor()
    expect((await asked(page)).filter(method => method === 'study')).toHaveLength(2)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('what is half typed stays when an answer to something else comes', async () => {
    const { page, wrong } = await open('#/market')
    const buyer = page.getByLabel('Who buys')
    const cost = page.locator('[aria-labelledby="fill-title"] .headline')
    await buyer.pressSequentially('regen1half')
    const before = await cost.innerText()
    await page.getByLabel('Credits', { exact: true }).evaluate((field: HTMLInputElement) => {
      field.value = '20'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await expect.poll(() => cost.innerText()).not.toBe(before)
    expect(await buyer.inputValue()).toBe('regen1half')
    await page.goto(`${address()}#/fund`)
    await page.getByRole('heading', { name: /^Why/ }).waitFor()
    const csv = page.getByLabel(/^Ballots as CSV/)
    await csv.pressSequentially('contributor,proj')
    await page.getByRole('button', { name: /^Soil/ }).evaluate((button: HTMLButtonElement) => button.click())
    await page.getByRole('heading', { name: /^Why Soil/ }).waitFor()
    expect(await csv.inputValue()).toBe('contributor,proj')
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('the answer of a node is not taken for that of the address that was typed meanwhile', async () => {
    const [slow, quick] = [await recordedNode(), await recordedNode()]
    slow.misbehave(() => 'hang')
    const { page, wrong } = await open('', { script: COUNTING })
    await page.getByRole('button', { name: /^Change/ }).click()
    const ask = async (url: string) => {
      await page.getByLabel('Address of its RPC').fill(url)
      await page.locator('dialog form').evaluate((form: HTMLFormElement) => {
        form.requestSubmit()
      })
    }
    await ask(slow.url)
    await expect.poll(() => slow.requests.length).toBe(1)
    await ask(quick.url)
    await page.getByRole('button', { name: 'Use this node' }).waitFor()
    slow.misbehave(() => null)
    slow.release()
    // Both answers are here.
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { heard: number }).heard)).toBe(2)
    await page.getByRole('button', { name: 'Use this node' }).click()
    expect(await page.evaluate(() => localStorage.getItem('regen-fees.node'))).toBe(quick.url)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a file that is read slowly does not replace one that was dropped after it', async () => {
    const { page, wrong } = await open('')
    await page.locator('.side.live').waitFor()
    await page.evaluate(() => {
      const drop = (file: File) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(file)
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      }
      const text = File.prototype.text
      let release = () => {}
      File.prototype.text = function () {
        return this.name === 'slow'
          ? new Promise(resolve => {
              release = () => resolve(text.call(this))
            })
          : text.call(this)
      }
      drop(new File(['{"messages":[{"typeUrl":"/slow","value":{}}]}'], 'slow'))
      drop(new File(['{"messages":[{"typeUrl":"/quick","value":{}}]}'], 'quick'))
      Object.assign(globalThis, { release: () => release() })
    })
    const field = page.locator('textarea')
    await expect.poll(() => field.inputValue()).toContain('/quick')
    await page.evaluate(() => (globalThis as unknown as { release: () => void }).release())
    await page.getByText('/quick').first().waitFor()
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
    expect(await field.inputValue()).toContain('/quick')
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('ballots that no link can hold stay in the window, the link says so, and going back goes back', async () => {
    const { page, wrong } = await open(
      `#/fund?round=quadratic&csv=${packed('contributor,project,amount\na,soil,1000000\n')}`,
    )
    await page.getByRole('heading', { name: /^Why/ }).waitFor()
    const small = await page.getByLabel(/^Ballots as CSV/).inputValue()
    const rows = Array.from({ length: 3000 }, (_, at) => `giver-${at},forest,1000000`)
    await page.locator('input[type=file]').setInputFiles({
      name: 'ballots.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`contributor,project,amount\n${rows.join('\n')}\n`),
    })
    await expect.poll(() => page.getByLabel(/^Ballots as CSV/).inputValue()).toContain('giver-2999')
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByRole('button', { name: 'Too long for a link: the ballots' }).waitFor()
    await page.goto(
      `${address()}#/fund?round=quadratic&csv=${packed('contributor,project,amount\na,soil,1000000\n')}`,
    )
    await expect.poll(() => page.getByLabel(/^Ballots as CSV/).inputValue()).toBe(small)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a node that is chosen in another window changes nothing in this one', async () => {
    const node = await recordedNode()
    const { page, wrong, elsewhere } = await open('', { node: node.url })
    await page.locator('.side.live').waitFor()
    const other = await page.context().newPage()
    await other.goto(address())
    await other.getByRole('button', { name: /^Change/ }).click()
    await other.getByRole('button', { name: 'Use bundled data' }).click()
    await other.locator('.source-name', { hasText: 'Bundled' }).waitFor()
    expect(await page.locator('.source-name').innerText()).toContain('127.0.0.1')
    await page.getByRole('button', { name: 'Read it again' }).click()
    await page.locator('.side.live').waitFor()
    expect(await page.locator('.source-name').innerText()).toContain('127.0.0.1')
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('parts of the page alone', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => closePages(browser))

  test('from the moment on at which another question is asked, the answer is an old one; an older answer is dropped', async () => {
    const page = await mounted(
      browser,
      `import { useState } from 'preact/hooks'
       import { useAsync } from './page/src/chain/useAsync.ts'
       const answers = (window.answers = {})
       const drawn = (window.drawn = [])
       function App() {
         const [key, setKey] = useState('a')
         Object.assign(window, { setKey })
         const { value, loading, failure } = useAsync(key, () =>
           new Promise((resolve, reject) => { answers[key] = { resolve, reject } }))
         drawn.push([key, value, loading, failure && failure.message])
         return null
       }`,
    )
    // Drawn at the end of a task; what that has begun, with its answer, once the next picture is there.
    const step = (code: string) =>
      page.evaluate(`(async () => {
        ${code}
        for (let turn = 0; turn < 2; turn++) {
          await new Promise(next => setTimeout(next))
          await new Promise(next => requestAnimationFrame(() => setTimeout(next)))
        }
      })()`)
    await step('')
    await step(`answers.a.resolve('A')`)
    await step(`setKey('b')`)
    await step(`setKey('c')`)
    await step(`answers.b.resolve('B')`)
    await step(`answers.c.reject(new Error('no'))`)
    await step(`setKey('d')`)
    await step(`setKey(null)`)
    expect(await page.evaluate(() => (globalThis as unknown as { drawn: unknown }).drawn)).toEqual([
      ['a', null, true, null],
      ['a', 'A', false, null],
      ['b', 'A', true, null],
      ['c', 'A', true, null],
      ['c', 'A', false, 'no'],
      ['d', 'A', true, null],
      [null, null, false, null],
      [null, null, false, null],
    ])
    await page.close()
  })

  test('a worker whose script cannot start says so', async () => {
    const page = await newPage(browser)
    const script = await scriptOf(`
      import { startNamed } from './page/src/workers/startNamed.ts'
      startNamed({ broken: () => Promise.reject(new Error('it does not start')) })`)
    const said = await page.evaluate(
      text =>
        new Promise(resolve => {
          const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
          new Worker(`${url}#broken`).addEventListener('error', ({ message }) => resolve(message))
        }),
      script,
    )
    expect(said).toContain('it does not start')
    await page.close()
  })
})
