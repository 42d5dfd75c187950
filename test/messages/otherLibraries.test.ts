import { createRequire } from 'node:module'
import { makeSignDoc } from '@cosmjs/amino'
import { Registry } from '@cosmjs/proto-signing'
import { MsgExec as CosmjsMsgExec } from 'cosmjs-types/cosmos/authz/v1beta1/tx'
import { MsgSend as CosmjsMsgSend } from 'cosmjs-types/cosmos/bank/v1beta1/tx'
import { MsgSubmitProposal as CosmjsMsgSubmitProposal } from 'cosmjs-types/cosmos/gov/v1/tx'
import { describe, expect, test } from 'vitest'
import { aminoConverters, decodeTx, registryTypes, unpackMessages } from '../../src/cosmjs.ts'
import { cosmos, ecocredit, marketplace } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { requireWhole } from '../../src/wire/registry.ts'
import { recordedTxs } from '../support/recordings.ts'
import { SMALL } from '../support/snapshots.ts'

/** found.md, "Messages of other libraries": what real packages give is read as it is, or refused with the field. */

// biome-ignore lint/suspicious/noExplicitAny: the package has types of its own for every version of itself
const regenJs = createRequire(import.meta.url)('@regen-network/api') as any

const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const BOB = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const BATCH = 'C01-001-20200101-20210101-001'
const RETIRE = '/regen.ecocredit.v1.MsgRetire'
const EXEC = '/cosmos.authz.v1beta1.MsgExec'

const retire = ecocredit.msgRetire({
  owner: ALICE,
  credits: [{ batchDenom: BATCH, amount: '1.25' }],
  jurisdiction: 'US-WA',
  reason: 'trip',
})
const exec = cosmos.authzExec({ grantee: BOB, msgs: [retire] })
const buy = marketplace.msgBuyDirect({
  buyer: ALICE,
  orders: [
    {
      sellOrderId: 2n ** 63n + 5n,
      quantity: '1',
      bidPrice: { denom: 'uregen', amount: '5' },
      disableAutoRetire: true,
    },
  ],
})

const read = (given: unknown) => parseMessages(unpackMessages(parseMessages(given)))

const failure = (given: unknown): string => {
  try {
    for (const { typeUrl, value } of read(given)) requireWhole(typeUrl, value as object)
  } catch (error) {
    if (isRegenError(error, 'INPUT_INVALID')) return error.message
    throw error
  }
  throw new Error('it was accepted')
}

/** Telescope 1.x writes the type into every object, packed ones included. */
const telescope = ({ typeUrl, value }: Message) => ({ $typeUrl: typeUrl, ...(value as object) })
const packed = ({ typeUrl, value }: Message) => {
  const type = regenJs.regen.ecocredit.v1[typeUrl.split('.').at(-1) ?? '']
  return { $typeUrl: '/google.protobuf.Any', typeUrl, value: type.encode(type.fromPartial(value)).finish() }
}

describe('regen-js, @regen-network/api', () => {
  const { regen, cosmos: wire } = regenJs

  test('what its MessageComposer gives', () => {
    const given = regen.ecocredit.v1.MessageComposer.withTypeUrl.retire(retire.value)
    expect(read([given])).toEqual([retire])
    expect(read([regen.ecocredit.v1.MessageComposer.fromPartial.retire(retire.value)])).toEqual([retire])
    expect(read([regen.ecocredit.v1.MessageComposer.encoded.retire(retire.value)])).toEqual([retire])
  })

  test('MsgExec.fromPartial with packed messages, `$typeUrl` inside of Any', () => {
    const value = wire.authz.v1beta1.MsgExec.fromPartial({ grantee: BOB, msgs: [packed(retire)] })
    expect(read([{ typeUrl: EXEC, value }])).toEqual([exec])
  })

  test('gov and group proposals', () => {
    const messages = [packed(retire)]
    const govValue = wire.gov.v1.MsgSubmitProposal.fromPartial({ messages, proposer: ALICE, metadata: 'm' })
    const groupValue = wire.group.v1.MsgSubmitProposal.fromPartial({ messages, proposers: [ALICE], exec: 1 })
    expect(
      read([
        { typeUrl: '/cosmos.gov.v1.MsgSubmitProposal', value: govValue },
        { typeUrl: '/cosmos.group.v1.MsgSubmitProposal', value: groupValue },
      ]),
    ).toMatchObject([
      { value: { messages: [retire], metadata: 'm', title: '' } },
      { value: { messages: [retire], proposers: [ALICE], exec: 1 } },
    ])
  })

  test('dates of a batch as Date, ids above 2^63', () => {
    const startDate = new Date('2020-01-01T00:00:00Z')
    const value = regen.ecocredit.v1.MsgCreateBatch.fromPartial({
      issuer: ALICE,
      projectId: 'C01-001',
      issuance: [{ recipient: ALICE, tradableAmount: '1', retiredAmount: '0' }],
      metadata: 'm',
      startDate,
      endDate: startDate,
    })
    expect(read([{ typeUrl: '/regen.ecocredit.v1.MsgCreateBatch', value }])[0]?.value).toMatchObject({
      startDate: { seconds: 1577836800n, nanos: 0 },
    })
    const trade = regen.ecocredit.marketplace.v1.MsgBuyDirect.fromPartial(buy.value)
    expect(read([{ typeUrl: buy.typeUrl, value: trade }])).toEqual([buy])
  })

  test('its amino messages, whose names are those from before v7', () => {
    const given = regen.ecocredit.v1.MsgRetire.toAminoMsg(retire.value)
    expect(given.type).toBe('regen/MsgRetire')
    expect(read([given])).toEqual([retire])
  })
})

describe('telescope', () => {
  test('`$typeUrl` in a message, in its fields, and in place of an Any', () => {
    const value = {
      ...telescope(retire),
      credits: [{ $typeUrl: '/regen.ecocredit.v1.Credits', batchDenom: BATCH, amount: '1.25' }],
    }
    expect(read([{ typeUrl: RETIRE, value }])).toEqual([retire])
    expect(read([value])).toEqual([retire])
    expect(read([{ typeUrl: EXEC, value: { $typeUrl: EXEC, grantee: BOB, msgs: [value] } }])).toEqual([exec])
    expect(read([{ typeUrl: EXEC, value: { grantee: BOB, msgs: [packed(retire)] } }])).toEqual([exec])
  })

  test('a preview reads it as it is, without parseMessages', () => {
    const given = [{ typeUrl: EXEC, value: { grantee: BOB, msgs: [telescope(retire)] } }]
    const preview = previewFees({ messages: given, snapshot: SMALL })
    expect(preview).toEqual(previewFees({ messages: [exec], snapshot: SMALL }))
    expect(preview.messages.map(({ typeUrl }) => typeUrl)).toEqual([EXEC, RETIRE])
  })
})

describe('CosmJS', () => {
  const registry = new Registry(registryTypes)

  test('EncodeObject, and an Any with bytes', () => {
    const any = { typeUrl: RETIRE, value: registry.encode(retire) }
    expect(read([retire, any])).toEqual([retire, retire])
    expect(read([{ ...any, value: Buffer.from(any.value).toString('base64') }])).toEqual([retire])
  })

  test('messages of cosmjs-types, packed ones inside', () => {
    const any = { typeUrl: RETIRE, value: registry.encode(retire) }
    const amount = [{ denom: 'uregen', amount: '5' }]
    const send = CosmjsMsgSend.fromPartial({ fromAddress: ALICE, toAddress: BOB, amount })
    const proposal = CosmjsMsgSubmitProposal.fromPartial({ messages: [any], proposer: ALICE, title: 't' })
    expect(
      read([
        { typeUrl: EXEC, value: CosmjsMsgExec.fromPartial({ grantee: BOB, msgs: [any] }) },
        { typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: send },
        { typeUrl: '/cosmos.gov.v1.MsgSubmitProposal', value: proposal },
      ]),
    ).toMatchObject([exec, { value: { fromAddress: ALICE, amount } }, { value: { messages: [retire] } }])
  })

  test('the registry refuses what it would drop', () => {
    const wrong = { ...retire, value: { ...retire.value, reasn: 'x' } }
    expect(() => registry.encode(wrong)).toThrow('unknown field: reasn')
    expect(() =>
      registry.encode({ ...retire, value: { owner: ALICE, credits: [{ batch_denom: BATCH }] } }),
    ).toThrow('unknown field: batch_denom at credits.0')
    expect(registry.encode({ ...retire, value: telescope(retire) })).toEqual(registry.encode(retire))
  })

  test('a whole StdSignDoc, StdTx, and amino messages in authz, gov and group', () => {
    const msgs = [exec, buy].map(({ typeUrl, value }) => ({
      type: aminoConverters[typeUrl]?.aminoType ?? '',
      value: aminoConverters[typeUrl]?.toAmino(value) as Record<string, unknown>,
    }))
    const document = makeSignDoc(msgs, { amount: [], gas: '1' }, 'regen-1', '', 1, 2)
    expect(read(document)).toEqual([exec, buy])
    expect(read(JSON.parse(JSON.stringify(document)))).toEqual([exec, buy])
    expect(read({ type: 'cosmos-sdk/StdTx', value: { msg: msgs, fee: document.fee } })).toEqual([exec, buy])
    expect(previewFees({ messages: document as never, snapshot: SMALL }).messages.length).toBe(3)
  })
})

describe('the regen command line and REST', () => {
  const [recorded] = recordedTxs().filter(({ messages }) => messages[0]?.typeUrl === RETIRE)
  const body = {
    messages: [
      {
        '@type': RETIRE,
        owner: ALICE,
        credits: [{ batch_denom: BATCH, amount: '1.25' }],
        jurisdiction: 'US-WA',
        reason: 'trip',
      },
    ],
    memo: '',
    timeout_height: '0',
  }
  const tx = {
    body,
    auth_info: { signer_infos: [], fee: { amount: [], gas_limit: '200000' } },
    signatures: [],
  }

  test.each([
    ['regen tx … --generate-only', tx],
    [
      'regen q tx',
      { height: '5', txhash: 'AB', codespace: '', tx: { '@type': '/cosmos.tx.v1beta1.Tx', ...tx } },
    ],
    [
      'REST txs/{hash}',
      { tx, tx_response: { txhash: 'AB', tx: { '@type': '/cosmos.tx.v1beta1.Tx', ...tx } } },
    ],
    ['the tx_response of REST alone', { tx_response: { tx } }],
  ])('%s', (_, given) => {
    expect(read(given)).toEqual([retire])
  })

  test('what decodeTx gives of a recorded transaction', () => {
    const decoded = decodeTx(new Uint8Array(Buffer.from(recorded?.txBytes ?? '', 'base64')))
    expect(read(decoded)).toEqual(decoded.body.messages)
  })

  test('messages outside of the catalog in snake_case keep all of their fields', () => {
    const given = {
      '@type': '/cosmos.staking.v1beta1.MsgCreateValidator',
      delegator_address: ALICE,
      min_self_delegation: '1',
    }
    expect(read([given])[0]?.value).toEqual({ delegatorAddress: ALICE, minSelfDelegation: '1' })
  })
})

describe('ids, null and spellings', () => {
  const long = (value: bigint) => ({
    low: Number(BigInt.asIntN(32, value)),
    high: Number(BigInt.asIntN(32, value >> 32n)),
    unsigned: true,
  })
  const order = buy.value.orders[0]
  const trade = (change: object) => [
    { typeUrl: buy.typeUrl, value: { buyer: ALICE, orders: [{ ...order, ...change }] } },
  ]

  test('ids as Long, bigint, text or number', () => {
    for (const id of [5n, 2n ** 31n, 2n ** 63n + 5n, 2n ** 64n - 1n])
      for (const sellOrderId of [id, id.toString(), long(id)])
        expect(read(trade({ sellOrderId }))).toMatchObject([{ value: { orders: [{ sellOrderId: id }] } }])
    expect(read(trade({ sellOrderId: 5 }))).toMatchObject([{ value: { orders: [{ sellOrderId: 5n }] } }])
    expect(failure(trade({ sellOrderId: { ...long(-1n), unsigned: false } }))).toContain('sellOrderId')
  })

  test('null is an empty list or text', () => {
    const value = { owner: ALICE, credits: null, jurisdiction: null, reason: null }
    expect(read([{ typeUrl: RETIRE, value }])[0]?.value).toEqual({
      owner: ALICE,
      credits: [],
      jurisdiction: '',
      reason: '',
    })
  })

  test('`sell_order_id` beside `sellOrderId` is refused, not the last one taken', () => {
    expect(failure(trade({ sell_order_id: '7' }))).toContain('sellOrderId is given twice, in two spellings')
  })

  test('unknown fields are refused everywhere: nested, and inside authz, gov and group', () => {
    const wrong = { ...retire, value: { ...retire.value, memo: 'x' } }
    const nested = {
      ...retire,
      value: { ...retire.value, credits: [{ batchDenom: BATCH, amount: '1', x: 1 }] },
    }
    for (const inner of [wrong, nested])
      for (const given of [
        inner,
        { typeUrl: EXEC, value: { grantee: BOB, msgs: [inner] } },
        {
          typeUrl: EXEC,
          value: { grantee: BOB, msgs: [{ typeUrl: EXEC, value: { grantee: BOB, msgs: [inner] } }] },
        },
        { typeUrl: '/cosmos.gov.v1.MsgSubmitProposal', value: { proposer: BOB, messages: [inner] } },
        { typeUrl: '/cosmos.group.v1.MsgSubmitProposal', value: { proposers: [BOB], messages: [inner] } },
      ])
        expect(failure([given])).toContain('unknown field')
    expect(failure([{ typeUrl: EXEC, value: { grantee: BOB, msgs: [{ ...retire, extra: 1 }] } }])).toContain(
      'msgs',
    )
  })

  test('messages nested 10,000 deep are INPUT_INVALID, packed or not, in every form', () => {
    const deep = (wrap: (inner: unknown) => unknown, depth: number): unknown => {
      let value: unknown = retire
      for (let level = 0; level < depth; level++) value = wrap(value)
      return value
    }
    const forms = [
      (inner: unknown) => ({ typeUrl: EXEC, value: { grantee: BOB, msgs: [inner] } }),
      (inner: unknown) => ({ type: 'cosmos-sdk/MsgExec', value: { grantee: BOB, msgs: [inner] } }),
      (inner: unknown) => ({ '@type': EXEC, grantee: BOB, msgs: [inner] }),
      (inner: unknown) => ({ $typeUrl: EXEC, grantee: BOB, msgs: [inner] }),
    ]
    for (const form of forms) {
      const given = [deep(form, 10_000)]
      expect(failure(given)).toMatch(/nested more than|expected|invalid/)
    }
    const [first] = forms
    const plainest = deep(first as (typeof forms)[number], 10_000) as Message
    expect(() => unpackMessages([plainest])).toThrow('nested more than 16 deep')
    expect(() => previewFees({ messages: [plainest], snapshot: SMALL })).toThrow('nested more than 16 deep')
  })
})
