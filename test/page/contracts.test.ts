import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startRecordedNode } from '../../src/testing.ts'
import { hasChromium } from '../element/page.ts'
import { contracts, withContracts } from '../support/contracts.ts'
import { exactAmounts, flaws, packed, pageInBrowser } from './open.ts'

/** A chain that has the four mechanisms as contracts, on the page: the reader gives the list that the command line takes. */

const CHAIN = 'regen-devnet-1'
const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const BATCH = 'C01-001-20200101-20210101-001'

describe.skipIf(!hasChromium)('contracts of the mechanisms on the page', () => {
  const { open } = pageInBrowser()

  const nodeWithContracts = async () => {
    const node = await startRecordedNode(withContracts)
    node.standAt('end')
    return node
  }

  /** The dialog, with the node asked. */
  const ask = async (page: Page, url: string) => {
    await page.getByRole('button', { name: 'Change where the numbers come from' }).click()
    await page.getByLabel('Address of its RPC').fill(url)
    await page.getByRole('button', { name: 'Ask this node' }).click()
  }

  const choose = async (page: Page, url: string) => {
    await ask(page, url)
    await page.getByText('Where M012 to M015 are contracts').click()
  }

  const give = (page: Page, list: unknown) =>
    page.getByLabel('List of contracts (JSON)').setInputFiles({
      name: 'contracts.json',
      mimeType: 'application/json',
      buffer: Buffer.from(typeof list === 'string' ? list : JSON.stringify(list)),
    })

  test('in force at a glance, in network and preview; kept over a reload, and in no link', async () => {
    const node = await nodeWithContracts()
    const { page, wrong } = await open('#/network?days=400', { node: node.url })
    await page.locator('.glance').waitFor()
    const glance = () => page.locator('.glance strong').allInnerTexts()
    expect(await glance()).toEqual(Array(4).fill('proposed, not in force'))
    await choose(page, node.url)
    await give(page, { [CHAIN]: contracts })
    await page.getByText('M015, contribution').waitFor()
    expect(await flaws(page, 'contracts given')).toEqual([])
    await page.getByRole('button', { name: 'Use this node' }).click()
    await page
      .locator('.glance strong', { hasText: /^in force$/ })
      .first()
      .waitFor()
    expect(await glance()).toEqual(Array(4).fill('in force'))
    expect(await page.locator('.state').allInnerTexts()).toEqual(
      [
        contracts.dynamicSupply,
        contracts.feeRouter,
        contracts.validatorGovernance,
        contracts.contributionRewards,
      ].map(address => `in force, by contract ${address}`),
    )
    expect(await page.getByText('the contract says of itself').count()).toBe(7)
    expect(await flaws(page, 'network in force')).toEqual([])
    await page.reload()
    await page.locator('.glance').waitFor()
    expect(await glance()).toEqual(Array(4).fill('in force'))
    for (const address of Object.values(contracts)) expect(page.url()).not.toContain(address)
    expect(wrong).toEqual([])
    await page.context().close()
    await node.close()
  })

  test('a preview says by which contract M013 is in force, and the page opened without the list says proposed', async () => {
    const node = await nodeWithContracts()
    const retirement = {
      typeUrl: '/regen.ecocredit.v1.MsgRetire',
      value: {
        owner: ALICE,
        jurisdiction: 'US-WA',
        reason: '',
        credits: [{ batchDenom: BATCH, amount: '1' }],
      },
    }
    const hash = `#/preview?in=${packed(JSON.stringify({ messages: [retirement] }))}`
    const { page, wrong } = await open(hash, { node: node.url })
    await page.locator('.side.proposed').waitFor()
    await choose(page, node.url)
    await give(page, { [CHAIN]: contracts })
    await page.getByRole('button', { name: 'Use this node' }).click()
    await page.getByText(`in force by ${contracts.feeRouter}`).first().waitFor()
    await page.getByText('FEE_IN_FORCE').waitFor()
    expect(await page.locator('.side.proposed').count()).toBe(0)
    // The contract's own minimum, which no draft policy has changed.
    expect(await exactAmounts(page, '[aria-labelledby="proposed-title"] .headline')).toEqual([
      '1000000uregen',
    ])
    expect(await flaws(page, 'preview in force')).toEqual([])
    await ask(page, node.url)
    await page.getByRole('button', { name: 'Without contracts' }).click()
    await page.getByRole('button', { name: 'Use this node' }).click()
    await page.getByText(', not in force').first().waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
    await node.close()
  })

  test.each([
    ['no JSON', '{', 'this is no JSON'],
    ['another form', { [CHAIN]: { feerouter: contracts.feeRouter } }, 'feerouter'],
    ['no address', { [CHAIN]: { feeRouter: '<img src=x onerror=alert(1)>' } }, 'expected an address'],
    ['another chain', { 'regen-1': contracts }, `The list has none for ${CHAIN}.`],
  ])('a list with %s is said, before the node is used', async (_, list, said) => {
    const node = await nodeWithContracts()
    const { page, wrong } = await open('#/preview', { node: node.url })
    await choose(page, node.url)
    await give(page, list)
    await page.getByRole('dialog').getByText(said).waitFor()
    expect(await page.locator('dialog img').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
    await node.close()
  })

  test('an address without a contract is an error of the network, and not "proposed"', async () => {
    const node = await nodeWithContracts()
    const { page } = await open('#/preview', { node: node.url })
    await choose(page, node.url)
    await give(page, { [CHAIN]: { feeRouter: ALICE } })
    await page.getByRole('button', { name: 'Use this node' }).click()
    await page.goto(page.url().replace(/#.*/, '#/network?days=400'))
    await page.getByRole('alert').getByText('CONTRACT_MISSING').waitFor()
    expect(await page.locator('.glance').count()).toBe(0)
    await page.context().close()
    await node.close()
  })
})
