import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../element/page.ts'
import { type EditedNode, type Exchange, editedNode } from './editedNode.ts'
import { flawsOfState, pageInBrowser } from './open.ts'
import { purchase } from './purchase.ts'
import { type InBrowser, walletScript } from './walletScript.ts'

/** Signing and sending on the page, with stand-ins of wallets that really sign; and every way in which it is refused. */
describe.skipIf(!hasChromium)('sign and send on the page', () => {
  const { open } = pageInBrowser()

  /** The recorded purchase, with a wallet in the browser, at the time at which it was sent. */
  async function before(wallet: Omit<InBrowser, 'account'>, account?: string) {
    const { node, hash, time, signer } = await purchase()
    const edited = await editedNode(node.url)
    const script = await walletScript({ ...wallet, account: account ?? signer })
    const { page, wrong } = await open(hash, { node: edited.url, script, time: { standsAt: time } })
    return { page, wrong, edited }
  }
  const asked = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { askedOfWallet: string[] }).askedOfWallet)
  const wasSent = ({ called }: EditedNode) => called.some(method => method.startsWith('broadcast'))

  test.each([
    ['Keplr', 'keplr', 'signDirect', 'directly'],
    ['Leap', 'leap', 'signDirect', 'directly'],
    ['Keplr', 'ledger', 'signAmino', 'amino JSON (a device)'],
  ] as const)(
    '%s (%s) signs and sends, step by step, and it is reconciled to the unit',
    async (name, wallet, method, how) => {
      const { page, wrong, edited } = await before({ wallet })
      await page.getByRole('button', { name: `Connect ${name}` }).click()
      await page.getByText(`signs ${how}`).waitFor()
      await page.getByRole('button', { name: 'Sign and send' }).click()
      await page.getByText('It did what the preview says, to the unit').waitFor()
      expect(await asked(page)).toEqual([method])
      expect(wasSent(edited)).toBe(true)
      expect(await page.locator('.settled-lines .other').count()).toBe(0)
      expect(await page.locator('.steps li').count()).toBe(5)
      expect(await page.getByRole('button', { name: 'Sign and send' }).count()).toBe(0)
      expect(await flawsOfState(page, `sent with ${wallet}`)).toEqual([])
      expect(wrong).toEqual([])
      await page.context().close()
    },
  )

  test('what its owner refuses in the wallet is not sent', async () => {
    const { page, wrong, edited } = await before({ wallet: 'keplr', behaviour: { rejects: true } })
    await page.getByRole('button', { name: 'Connect Keplr' }).click()
    await page.getByRole('button', { name: 'Sign and send' }).click()
    await page.getByText('The wallet refuses').waitFor()
    expect(await page.locator('.sign .notice.bad').innerText()).toContain('Keplr says: Request rejected')
    expect(wasSent(edited)).toBe(false)
    expect(await flawsOfState(page, 'refused in the wallet')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a wallet that puts itself into the page minutes later is found', async () => {
    const { node, hash, time } = await purchase()
    const { page } = await open(hash, { node: node.url, time: { beginsAt: time } })
    await page.getByText('No wallet is in this browser').waitFor()
    await page.clock.fastForward('05:00')
    await page.evaluate(() => Object.assign(globalThis, { keplr: {} }))
    await page.clock.fastForward('00:02')
    await page.getByRole('button', { name: 'Connect Keplr' }).waitFor()
    await page.context().close()
  })

  test('a wallet that does not know the chain is not connected', async () => {
    const { page, wrong } = await before({ wallet: 'keplr', behaviour: { chainIds: ['regen-1'] } })
    await page.getByRole('button', { name: 'Connect Keplr' }).click()
    await page.getByText('There is no chain info for regen-devnet-1').waitFor()
    expect(await page.getByRole('button', { name: 'Sign and send' }).count()).toBe(0)
    expect(await flawsOfState(page, 'wallet of another chain')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a wallet with another account cannot sign it', async () => {
    const { page } = await before({ wallet: 'keplr' }, 'alice')
    await page.getByRole('button', { name: 'Connect Keplr' }).click()
    await page.getByText('Another account has to sign this').waitFor()
    expect(await page.getByRole('button', { name: 'Sign and send' }).isDisabled()).toBe(true)
    expect(await flawsOfState(page, 'another account')).toEqual([])
    await page.context().close()
  })

  const refusal = {
    code: 13,
    codespace: 'sdk',
    log: 'insufficient fees; got: 0uregen: insufficient fee',
    data: '',
  }
  test.each([
    [
      'a node that does not take it',
      ({ method, result }: Exchange) =>
        method === 'broadcast_tx_sync' ? { ...(result as object), ...refusal } : undefined,
      'The node did not take it',
      'insufficient fee',
      ['signDirect'],
    ],
    [
      'a node whose simulation fails',
      ({ method, params, result }: Exchange) =>
        method === 'abci_query' && params['path'] === '/cosmos.tx.v1beta1.Service/Simulate'
          ? { response: { ...(result as { response: object }).response, ...refusal, value: null } }
          : undefined,
      'The chain refuses it; nothing was signed',
      'insufficient fee',
      [],
    ],
    [
      'a node that is now of another chain',
      ({ method, result }: Exchange) =>
        method === 'status'
          ? JSON.parse(JSON.stringify(result).replaceAll('regen-devnet-1', 'regen-devnet-2'))
          : undefined,
      'This node is of another chain',
      'The node is of the chain "regen-devnet-2", not "regen-devnet-1"',
      [],
    ],
  ])('%s: what was refused is said, and nothing is hidden', async (name, edit, title, said, signed) => {
    const { page, wrong, edited } = await before({ wallet: 'keplr' })
    await page.getByRole('button', { name: 'Connect Keplr' }).click()
    await page.getByRole('button', { name: 'Sign and send' }).waitFor()
    edited.answer(edit)
    await page.getByRole('button', { name: 'Sign and send' }).click()
    await page.locator('.sign .notice.bad', { hasText: title }).waitFor()
    expect(await page.locator('.sign .notice.bad').innerText()).toContain(said)
    expect(await asked(page)).toEqual(signed)
    expect(wasSent(edited)).toBe(signed.length > 0)
    expect(await page.getByText('What happened').count()).toBe(0)
    expect(await flawsOfState(page, name)).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('what changes while something is under way is not what was signed: a new transaction begins anew', async () => {
    const { page } = await before({ wallet: 'keplr' })
    await page.getByRole('button', { name: 'Connect Keplr' }).click()
    await page.getByRole('button', { name: 'Sign and send' }).click()
    await page.getByText('It did what the preview says, to the unit').waitFor()
    await page.getByRole('button', { name: 'Build' }).click()
    await page.getByLabel('Quantity').fill('0.5')
    await page.getByLabel('Quantity').blur()
    await page.getByText('Buys 0.5 credits').waitFor()
    await page.getByRole('button', { name: 'Connect Keplr' }).waitFor()
    expect(await page.getByText('What happened').count()).toBe(0)
    await page.context().close()
  })
})
