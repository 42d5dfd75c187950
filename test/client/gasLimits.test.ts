import { describe, expect, test } from 'vitest'
import { SimulateRequest, SimulateResponse } from '../../src/wire/generated/cosmos/tx/v1beta1/service.ts'
import { AuthInfo, TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { recordedTxs } from '../support/recordings.ts'
import { abci, type Call, interpose, SIMULATE, takesAll } from './interpose.ts'
import { asRecorded, connect, recordedTx, rightBefore, walletOf } from './live.ts'
import { alice, bob, FIRST, retire } from './sendAll.ts'

/** What a real node, a hostile node, hostile wallets and public bug reports found in release 0.1.0 about sending, case by case: gas. */

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
/** Transactions that succeeded and whose gas the recordings tell; a proposal may find another state than its simulation. */
const succeeded = recordedTxs().filter(
  ({ tx, messages }) =>
    tx?.tx_result.code === 0 && messages.every(({ typeUrl }) => !/gov|group|authz|staking/.test(typeUrl)),
)
describe('gas is estimated too low, so small transactions fail', () => {
  test.each(succeeded)(
    '$name: not out of gas, and the limit is at most 1.25 × what was used',
    async ({ name }) => {
      const { regen, wallet } = await rightBefore(name)
      const sent = await regen
        .connectSigner(wallet)
        .signAndBroadcast(messagesOf(name), { gasPrice: '0.025uregen', memo: recordedTx(name).memo })
      expect(sent.gasUsed).toBeLessThanOrEqual(sent.gasWanted)
      expect(sent.gasWanted * 100n).toBeLessThanOrEqual(sent.gasUsed * 125n)
      expect(sent.reconciliation.differences).toEqual([])
    },
  )

  test('13/10 of a simulation without fee, key and signature is out of gas in the block', async () => {
    const { tx, regen, wallet } = await rightBefore('seal batch')
    const { value = '' } = (tx.before.simulate?.response ?? {}) as { value?: string }
    const used = SimulateResponse.decode(bytesOf(value)).gasInfo?.gasUsed ?? 0n
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf('seal batch'), {
        gasPrice: '0.025uregen',
        gasLimit: (used * 13n + 9n) / 10n,
      }),
    )
    expect(error).toMatchObject({ code: 'TX_FAILED', context: { name: 'OUT_OF_GAS' } })
  })

  test('what is simulated is what is sent: fee, payer, granter, keys, memo, timeout height and sign mode', async () => {
    for (const mode of ['direct', 'amino'] as const) {
      const node = await recordedNode()
      node.standAt('end')
      const taking = takesAll()
      const simulated: Uint8Array[] = []
      const regen = await connect(node.url, {
        fetch: async (input, init) => {
          for (const call of [JSON.parse(String(init?.body))].flat() as Call[])
            if (call.params['path'] === SIMULATE)
              simulated.push(bytesOf(Buffer.from(String(call.params['data']), 'hex').toString('base64')))
          return taking.fetch(input, init)
        },
      })
      await regen.connectSigner(await walletOf('alice', mode)).signAndBroadcast([retire(alice)], {
        memo: 'a memo',
        feeGranter: bob,
        timeoutHeight: 5_000n,
        gasPrice: '0.025uregen',
      })
      const [asked = new Uint8Array()] = simulated.map(bytes => SimulateRequest.decode(bytes).txBytes)
      const [draft, sent] = [asked, taking.sent[0] ?? new Uint8Array()].map(bytes => TxRaw.decode(bytes))
      expect(draft?.bodyBytes).toEqual(sent?.bodyBytes)
      expect(draft?.signatures.map(({ length }) => length)).toEqual([64])
      const [a, b] = [draft, sent].map(raw => AuthInfo.decode(raw?.authInfoBytes ?? new Uint8Array()))
      expect(a?.signerInfos).toEqual(b?.signerInfos)
      expect([a?.fee?.payer, a?.fee?.granter]).toEqual([b?.fee?.payer, b?.fee?.granter])
      expect(a?.fee?.amount.map(({ denom }) => denom)).toEqual(['uregen'])
    }
  })

  test('gasMargin is what the caller says', async () => {
    const limitWith = async (gasMargin: string) => {
      const { regen, wallet } = await rightBefore(FIRST)
      const sent = await regen
        .connectSigner(wallet)
        // The fee has one digit more than the one that is simulated.
        .signAndBroadcast(messagesOf(FIRST), { gasPrice: '0.17uregen', gasMargin })
      return [sent.gasWanted, sent.gasUsed]
    }
    const [none, used] = await limitWith('0')
    expect(none).toBe(used)
    expect((await limitWith('0.25'))[0]).toBe(((none ?? 0n) * 125n + 99n) / 100n)
  })

  test('a preview estimates the gas with the account of the signer, before there is a wallet', async () => {
    const { regen, wallet } = await rightBefore(FIRST)
    const preview = await regen.previewFees(messagesOf(FIRST), { gas: 'estimate' })
    const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST))
    expect(preview.live.gas?.limit).toBe(sent.gasWanted)
    expect(preview.live.gas?.fee).toBe(sent.preview.live.gas?.fee)
  })

  test('a preview says why the gas is not estimated: the key of the signer is not on chain yet', async () => {
    const { regen } = await rightBefore('create class C01')
    const preview = await regen.previewFees(messagesOf('create class C01'), { gas: 'estimate' })
    expect(preview.live.gas).toBeNull()
    expect(preview.warnings).toContainEqual({
      code: 'GAS_NOT_ESTIMATED',
      blocks: false,
      facts: { reason: expect.stringContaining('is not on chain yet') },
    })
  })
})

describe('a node with gRPC and API switched off', () => {
  const off = interpose(({ path }) =>
    path === SIMULATE || path.endsWith('.Service/Config')
      ? abci({ code: 6, codespace: 'sdk', log: 'unknown query path: unknown request', height: '0' })
      : null,
  )

  test('gas prices are unknown, the preview goes on, and says why there is no gas', async () => {
    const { regen } = await rightBefore(FIRST, { fetch: off })
    const preview = await regen.previewFees(messagesOf(FIRST), { gas: 'estimate' })
    expect(preview.live.gas).toBeNull()
    expect(preview.warnings).toContainEqual({
      code: 'GAS_NOT_ESTIMATED',
      blocks: false,
      facts: { reason: 'the node simulates nothing: its gRPC is off' },
    })
    const { warnings } = await regen.previewFees(messagesOf(FIRST), { gasLimit: 200_000n })
    expect(warnings.map(({ code }) => code)).toContain('GAS_PRICE_UNKNOWN')
  })

  test('it can be sent through with a stated gas limit and price; without them the error says so', async () => {
    const { tx, regen, wallet } = await rightBefore(FIRST, { fetch: off })
    const { signAndBroadcast } = regen.connectSigner(wallet)
    const failed = signAndBroadcast(messagesOf(FIRST), { gasPrice: '0.025uregen' })
    await expect(failed).rejects.toThrow(/State gasLimit and gasPrice/)
    const steps: string[] = []
    const sent = await signAndBroadcast(messagesOf(FIRST), {
      ...asRecorded(tx),
      onStep: ({ step }) => steps.push(step),
    })
    expect(sent.gasWanted).toBe(BigInt(tx.fee.gas))
    expect(steps).toEqual(['previewed', 'signed', 'sent', 'included'])
  })
})
