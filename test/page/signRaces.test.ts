import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../element/page.ts'
import { editedNode } from './editedNode.ts'
import { flawsOfState, pageInBrowser } from './open.ts'
import { purchase } from './purchase.ts'
import { walletScript } from './walletScript.ts'

/** A wallet that waits for its owner: each question is answered when `allow` is called, as often as it was asked. */
const WAITING = `
  for (const name of ['getKey', 'signDirect']) {
    const act = keplr[name]
    keplr[name] = async (...args) => {
      if (window.waits?.includes(name)) await new Promise(resolve => { window.allow = resolve })
      return act(...args)
    }
  }`

describe.skipIf(!hasChromium)('signing while something else happens', () => {
  const { open } = pageInBrowser()

  /** The recorded purchase and a wallet in the browser, which waits for its owner at `waits`. */
  async function before(waits: readonly string[]) {
    const { node, hash, time, signer } = await purchase()
    const edited = await editedNode(node.url)
    const script = `${await walletScript({ wallet: 'keplr', account: signer })}; window.waits = ${JSON.stringify(waits)};${WAITING}`
    const { page, wrong } = await open(hash, { node: edited.url, script })
    await page.clock.setFixedTime(time)
    await page.reload()
    return { page, wrong, sent: () => edited.called.filter(method => method === 'broadcast_tx_sync').length }
  }
  const connect = (page: Page) => page.getByRole('button', { name: 'Connect Keplr' }).click()
  const signButton = (page: Page) => page.getByRole('button', { name: 'Sign and send' })
  const twice = (button: HTMLButtonElement) => {
    button.click()
    button.click()
  }
  const signed = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => (globalThis as unknown as { askedOfWallet: string[] }).askedOfWallet)
  /** Until the wallet waits for its owner, who then agrees. */
  const isAsked = (page: Page) => expect.poll(() => page.evaluate(() => 'allow' in globalThis)).toBe(true)
  const agree = (page: Page) => page.evaluate('window.allow()')
  const otherAccount = (page: Page) =>
    page.evaluate(() => {
      dispatchEvent(new Event('keplr_keystorechange'))
    })

  test('two clicks sign and send once', async () => {
    const { page, wrong, sent } = await before([])
    await connect(page)
    await signButton(page).evaluate(twice)
    await page.getByText('It did what the preview says, to the unit').waitFor()
    expect([await signed(page), sent()]).toEqual([['signDirect'], 1])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('what is signed and sent goes on when its reader goes elsewhere; it is said there, and is there again after going back', async () => {
    const { page, wrong, sent } = await before(['signDirect'])
    await connect(page)
    await signButton(page).click()
    await isAsked(page)
    await page.getByRole('link', { name: 'Policy' }).click()
    await page.getByText('A transaction is being signed and sent').waitFor()
    expect(await flawsOfState(page, 'under way elsewhere')).toEqual([])
    await page.goBack()
    await page.getByText('Simulated by the node').waitFor()
    // It is not signed a second time beside the first.
    await connect(page)
    expect(await page.getByRole('button', { name: 'Under way …' }).isDisabled()).toBe(true)
    await page.goForward()
    await agree(page)
    await page.getByText(/^Your transaction is in block \d+/).waitFor()
    await page.getByRole('link', { name: 'See it' }).click()
    await page.getByText('It did what the preview says, to the unit').waitFor()
    expect(await page.getByText('Your transaction is in block').count()).toBe(0)
    expect(await page.locator('.steps li').count()).toBe(5)
    expect(await signButton(page).count()).toBe(0)
    expect([await signed(page), sent()]).toEqual([['signDirect'], 1])
    await page.getByRole('button', { name: 'Send the same once more' }).click()
    await signButton(page)
      .or(page.getByRole('button', { name: 'Connect Keplr' }))
      .first()
      .waitFor()
    expect(await page.getByText('What happened').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('another account in the wallet is connected anew before anything is signed', async () => {
    const { page, wrong } = await before([])
    await connect(page)
    await signButton(page).waitFor()
    await otherAccount(page)
    await page.getByText('The wallet has another account now: connect it again.').waitFor()
    expect(await signButton(page).count()).toBe(0)
    await connect(page)
    await signButton(page).click()
    await page.getByText('It did what the preview says, to the unit').waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('an account that the wallet names after it has changed to another one is not taken', async () => {
    const { page, wrong } = await before(['getKey'])
    await connect(page)
    await isAsked(page)
    await otherAccount(page)
    await page.getByText('The wallet has another account now: connect it again.').waitFor()
    await agree(page)
    await page.evaluate('window.waits = []')
    await connect(page)
    await page.getByText('signs directly').waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('from the moment on at which the ledger is read again, nothing is signed on the old state', async () => {
    const { page } = await before([])
    await connect(page)
    await signButton(page).waitFor()
    const wasOff = await page.evaluate(async () => {
      const named = (text: string) =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text)
      named('Read it again')?.click()
      // It is drawn at the end of this task, before anybody can click again.
      await new Promise(resolve => queueMicrotask(() => queueMicrotask(() => resolve(null))))
      return named('Sign and send')?.disabled
    })
    expect(wasOff).toBe(true)
    await page.context().close()
  })
})
