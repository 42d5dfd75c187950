import { afterEach, expect, test } from 'vitest'
import { connectRegen } from '../../src/client.ts'
import { ecocredit, parseSnapshot, previewFees, snapshotJson, warningSentence } from '../../src/index.ts'
import { readContractFee } from '../../src/node/contracts/feeRouter.ts'
import { connectRpc } from '../../src/node/rpc/connectRpc.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import { type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { contractQueries, contracts, withContracts } from '../support/contracts.ts'
import { withModules } from '../support/modules.ts'

/** M013 in force: a chain that has it as a contract. */

let node: RecordedNode | undefined
afterEach(async () => {
  expect(node?.missing).toEqual([])
  await node?.close()
})

const owner = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const retire = ecocredit.msgRetire({
  owner,
  credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '0.3' }],
  jurisdiction: 'US-WA',
})

async function standing() {
  node = await startRecordedNode(withContracts)
  node.standAt('end')
  return node
}

test('a snapshot with the fee router: the preview says in force, by which contract, and nothing is called proposed', async () => {
  const { url } = await standing()
  const rpc = connectRpc(url)
  const { snapshot } = await takeSnapshot(rpc, [retire], { feeRouter: contracts.feeRouter })
  rpc.disconnect()
  const { proposed, assumptions, warnings } = previewFees({ messages: [retire], snapshot })
  expect(proposed).toMatchObject({
    status: 'in-force',
    source: contracts.feeRouter,
    feePayer: 'unknown',
    denom: 'unknown',
    phase: 'VALUE_BASED',
  })
  expect(warnings.map(warningSentence)).toContain(
    `M013 is in force on this chain, by ${contracts.feeRouter}: it takes at least 1 REGEN, which no amount of the live side holds, because the source does not say who pays and in what.`,
  )
  expect(assumptions.map(({ text }) => text).join(' ')).toContain('M013 is in force on this chain')
  expect(assumptions.map(({ text }) => text).join(' ')).not.toContain('nothing of it is in force')
})

test('what it takes is what the contract’s calculate_fee says, to the unit, for every recorded value', async () => {
  const { url } = await standing()
  const rpc = connectRpc(url)
  const { snapshot } = await takeSnapshot(rpc, [retire], { feeRouter: contracts.feeRouter })
  const values = contractQueries.flatMap(({ query }) => {
    const asked = typeof query === 'object' ? query['calculate_fee'] : undefined
    return asked?.['tx_type'] === 'credit_retirement' ? [BigInt(asked['value'] as string)] : []
  })
  expect(values.length).toBeGreaterThan(20)
  const credit = ecocredit.msgRetire({
    owner,
    credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '1' }],
    jurisdiction: 'US-WA',
  })
  for (const value of values) {
    const theirs = await readContractFee({ port: rpc, height: snapshot.height }, contracts.feeRouter, {
      txType: 'CreditRetirement',
      value,
    })
    const { proposed } = previewFees({ messages: [credit], snapshot, prices: { C01: `${value}uregen` } })
    expect([value, proposed.total, proposed.pools]).toEqual([value, theirs.fee, theirs.pools])
  }
  rpc.disconnect()
})

test('it survives JSON, and rates above the bound are capped and listed', async () => {
  const { url } = await standing()
  const rpc = connectRpc(url)
  const { snapshot } = await takeSnapshot(rpc, [retire], { feeRouter: contracts.feeRouter })
  rpc.disconnect()
  expect(parseSnapshot(JSON.parse(JSON.stringify(snapshotJson(snapshot))))).toEqual(snapshot)
  const json = JSON.parse(JSON.stringify(snapshot))
  json.feeConfig.feeRates.CreditRetirement = '0.5'
  const read = parseSnapshot(json)
  expect(read.feeConfig?.capped).toEqual(['CreditRetirement'])
  const { messages } = previewFees({ messages: [retire], snapshot: read })
  expect(messages[0]?.proposed.parts[0]).toMatchObject({ rate: { num: 1n, den: 10n }, rateCapped: true })
})

test('without it everything is proposed, and the source is the policy', async () => {
  const { url } = await standing()
  const regen = await connectRegen(url)
  const { proposed } = await regen.previewFees([retire])
  const withRouter = await regen.previewFees([retire], { feeRouter: contracts.feeRouter })
  regen.disconnect()
  expect([proposed.status, proposed.source]).toEqual(['proposed', 'policy'])
  expect(withRouter.proposed.status).toBe('in-force')
})

test('a module wins over a contract: its phase, denom and payer are the preview’s', async () => {
  node = await startRecordedNode(withModules())
  node.standAt('end')
  const rpc = connectRpc(node.url)
  const { snapshot } = await takeSnapshot(rpc, [retire], { feeRouter: contracts.feeRouter })
  rpc.disconnect()
  const { proposed, warnings } = previewFees({ messages: [retire], snapshot })
  expect(proposed).toMatchObject({
    status: 'in-force',
    source: '/regen.feerouter.v1.Query/Params',
    feePayer: 'signer',
    denom: 'uregen',
    phase: 'TRANSITION',
  })
  expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['DUAL_FEE', 'FEE_IN_FORCE']))
})

/** The recorded chain as if it had x/feerouter, and the same state without it. */
async function withAndWithout() {
  node = await startRecordedNode(withModules())
  node.standAt('end')
  const rpc = connectRpc(node.url)
  const { snapshot } = await takeSnapshot(rpc, [retire], { feeRouter: 'module' })
  rpc.disconnect()
  const { feeConfig, ...without } = snapshot
  expect(feeConfig?.feePayer).toBe('signer')
  return { snapshot, without }
}

test('where the signer pays it, what leaves and what must be held is more by exactly the fee', async () => {
  const { snapshot, without } = await withAndWithout()
  const input = { messages: [retire, retire], gasLimit: 200_000n }
  const [taken, free] = [snapshot, without].map(snapshot => previewFees({ ...input, snapshot }))
  const { atLeast, inDebits } = taken?.proposed ?? { atLeast: 0n }
  expect([inDebits, free?.proposed.inDebits]).toEqual([true, false])
  expect(atLeast).toBeGreaterThan(0n)
  for (const of of ['debits', 'requiredBalances'] as const) {
    const [before] = free?.live[of] ?? []
    expect(taken?.live[of]).toEqual([{ ...before, amount: (before?.amount ?? 0n) + atLeast }])
  }
  expect(taken?.warnings.map(warningSentence)).toContain(
    `M013 is in force on this chain, by /regen.feerouter.v1.Query/Params: it takes at least ${Number(atLeast) / 1e6} REGEN, which are among what leaves the signers’ accounts and what these must hold.`,
  )
})

test('an account that holds all but the fee is told so; one that lacks nothing is not', async () => {
  const { snapshot } = await withAndWithout()
  const { requiredBalances } = previewFees({ messages: [retire], snapshot, gasLimit: 200_000n }).live
  const needed = requiredBalances[0]?.amount ?? 0n
  const warnings = (amount: bigint) =>
    previewFees({
      messages: [retire],
      gasLimit: 200_000n,
      snapshot: {
        ...snapshot,
        coinBalances: [{ account: owner, coins: [{ denom: 'uregen', amount }] }],
      },
    }).warnings.filter(({ code }) => code === 'BALANCE_TOO_LOW')
  expect(warnings(needed)).toEqual([])
  expect(warnings(needed - 1n)).toEqual([
    {
      code: 'BALANCE_TOO_LOW',
      blocks: true,
      facts: { account: owner, needed: `${needed}uregen`, available: `${needed - 1n}uregen` },
    },
  ])
})

test('of a contract nobody knows who pays: nothing leaves by it', async () => {
  const { url } = await standing()
  const rpc = connectRpc(url)
  const { snapshot } = await takeSnapshot(rpc, [retire], { feeRouter: contracts.feeRouter })
  rpc.disconnect()
  const { feeConfig, ...without } = snapshot
  expect(feeConfig?.feePayer).toBe('unknown')
  const [inForce, free] = [snapshot, without].map(snapshot => previewFees({ messages: [retire], snapshot }))
  expect(inForce?.proposed).toMatchObject({ status: 'in-force', inDebits: false })
  expect(inForce?.live).toEqual(free?.live)
})

test('asked for a module that the chain does not have, M013 is proposed', async () => {
  const { url } = await standing()
  const rpc = connectRpc(url)
  const { snapshot } = await takeSnapshot(rpc, [retire], { feeRouter: 'module' })
  rpc.disconnect()
  expect(previewFees({ messages: [retire], snapshot }).proposed.status).toBe('proposed')
})
