import { serializeSignDoc } from '@cosmjs/amino'
import { makeSignBytes } from '@cosmjs/proto-signing'
import { base64, hex } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { longOf } from '../../src/testing/wallets/keys.ts'
import { parseSignRequest } from '../../src/wallet/index.ts'
import { describe as describeMessages } from '../../src/wallet/sentences.ts'
import { decodeTx, encodeTxBody, type PlainTx } from '../../src/wire/decodeTx.ts'
import { AuthInfo } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { network, type RecordedTx, recordedTx } from '../support/recordings.ts'
import { fromBase64, toHex } from '../wire/recordings.ts'
import { aminoDocument, directDocument, readTx, recorded } from './recordedRequests.ts'

const address = (name: string) => network.accounts[name]?.address ?? ''

const failure = (given: unknown): string => {
  try {
    parseSignRequest(given)
    return 'it was read'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

type Shape = (tx: RecordedTx) => unknown

/** Every form in which a wallet gets a direct document. */
const DIRECT: { readonly [shape: string]: Shape } = {
  'a SignDoc of CosmJS': directDocument,
  'a SignDoc with a Long': tx => ({ ...directDocument(tx), accountNumber: longOf(BigInt(tx.accountNumber)) }),
  'a SignDoc with base64': tx => ({
    ...inText(tx, base64.encode),
    accountNumber: tx.accountNumber,
  }),
  'a SignDoc with hexadecimal': tx => ({ ...inText(tx, hex.encode), accountNumber: tx.accountNumber }),
  'a SignDoc that went through JSON': tx =>
    JSON.parse(JSON.stringify({ ...directDocument(tx), accountNumber: tx.accountNumber })),
  'a SignDoc with buffers in JSON': tx => {
    const { bodyBytes, authInfoBytes, chainId } = directDocument(tx)
    const document = { bodyBytes: Buffer.from(bodyBytes), authInfoBytes: Buffer.from(authInfoBytes) }
    return JSON.parse(JSON.stringify({ ...document, chainId, accountNumber: tx.accountNumber }))
  },
  'the bytes of a SignDoc': tx => makeSignBytes(directDocument(tx)),
  'the bytes of a SignDoc in base64': tx => base64.encode(makeSignBytes(directDocument(tx))),
  'the bytes of a SignDoc in hexadecimal': tx => `0x${toHex(makeSignBytes(directDocument(tx)))}`,
  'WalletConnect parameters': tx => ({
    signerAddress: tx.address,
    signDoc: { ...inText(tx, base64.encode), accountNumber: tx.accountNumber },
  }),
  'a WalletConnect request': tx => ({
    id: 1,
    topic: 'f00d',
    params: {
      chainId: `cosmos:${tx.chainId}`,
      request: {
        method: 'cosmos_signDirect',
        params: {
          signerAddress: tx.address,
          signDoc: { ...inText(tx, hex.encode), accountNumber: tx.accountNumber },
        },
      },
    },
  }),
}

const inText = (tx: RecordedTx, encode: (bytes: Uint8Array) => string) => {
  const { bodyBytes, authInfoBytes, chainId } = directDocument(tx)
  return { bodyBytes: encode(bodyBytes), authInfoBytes: encode(authInfoBytes), chainId }
}

type Doc = NonNullable<ReturnType<typeof aminoDocument>>

const AMINO: { readonly [shape: string]: (doc: Doc, tx: RecordedTx) => unknown } = {
  'a StdSignDoc': doc => doc,
  'the text of a StdSignDoc': doc => JSON.stringify(doc, null, 2),
  'the bytes that are signed': doc => serializeSignDoc(doc),
  'WalletConnect parameters': (doc, tx) => ({ signerAddress: tx.address, signDoc: doc }),
  'a WalletConnect request': (doc, tx) => ({
    method: 'cosmos_signAmino',
    params: { signerAddress: tx.address, signDoc: doc },
  }),
}

/** What the messages that were recorded do, in words: whatever the shape, the same. */
const IN_WORDS = new Map(
  recorded.map(({ name, txBytes }) => [
    name,
    describeMessages(decodeTx(fromBase64(txBytes)).body.messages).sentences,
  ]),
)

/** In words, one transaction of each kind. */
const WORDS: { readonly [name: string]: readonly string[] } = {
  'create class USS01': [
    'Creates a credit class of type USS, issued by regen1fxj7k9463sq5fqm9fz4x83pkvwa55pmxw6p7pz.',
  ],
  'create project C01-001': ['Creates a project in credit class C01, in US-WA.'],
  'create batch C02': [
    'Issues a batch of project C02-001: 333.333333 tradable credits to regen1tvsku872hqxvdev56jv5mg8q4fe8re9gjqd3ca.',
  ],
  'seal batch': ['Seals batch C01-001-20200101-20210101-001: no more credits can be issued of it.'],
  'sell five orders': [
    'Puts on sale 1000 credits of C01-001-20200101-20210101-001 at 25000000uregen each, 500 credits of C01-001-20200101-20210101-001 at 1500000ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653 each, 10 credits of C01-001-20200101-20210101-001 at 33uregen each, 10 credits of C01-001-20200101-20210101-001 at 32uregen each and 200 credits of C01-001-20200101-20210101-001 at 24999999uregen each.',
  ],
  'buy from two orders': [
    'Buys 10.000001 credits from sell order 6 for at most 999999uregen each, and 0.5 credits from sell order 9 for at most 18500000uregen each.',
  ],
  'send tradable and retired': [
    'Sends 10.5 tradable and 2 retired credits of C01-001-20200101-20210101-001 (retired in US-OR, for good, with the reason “gift”) to regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg.',
  ],
  retire: [
    'Retires 1.25 credits of C01-001-20200101-20210101-001 in US-WA, for good, with the reason “offset”.',
  ],
  'basket take and retire': [
    'Gives 2500000 units of eco.uC.NCT for the oldest credits of the basket, and retires them in KE, for good, with the reason “x”.',
  ],
  'burn regen': ['Burns 1234567 uregen, for good.'],
  'bank send to a new account': ['Sends 1000000uregen to regen10hxzmtj3vnfrksy43zp95mtmkaejrnr397atzh.'],
  'two messages: send then retire': [
    'Sends 0.1 tradable credits of C01-001-20200101-20210101-001 to regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg.',
    'Retires 0.5 credits of C01-001-20200101-20210101-001 in US, for good.',
  ],
  'authz grant': [
    'Lets regen1fxj7k9463sq5fqm9fz4x83pkvwa55pmxw6p7pz run any /regen.ecocredit.v1.MsgRetire in your name, without an end.',
  ],
  'authz exec retire': [
    'Runs MsgRetire for the account that granted it.',
    'Retires 0.25 credits of C01-001-20200101-20210101-001 in US, for good, with the reason “via authz”.',
  ],
  'group proposal executed at once: retire': [
    'Proposes to the group regen1afk9zr2hn2jsac63h4hm60vl9z3e5u69gndzf7c99cqge3vzwjzs475lmr: MsgRetire, run at once if the vote passes.',
    'Retires 1.5 credits of C01-001-20200101-20210101-001 in BR, for good, with the reason “dao”.',
  ],
  'gov submit: set marketplace fees 1% and 2%': [
    'Proposes to governance, with a deposit of 1000000uregen: "set marketplace fees 1% and 2%" (MsgGovSetFeeParams).',
    'Governance: buyers pay a fee of 0.01 and sellers of 0.02 of the price, as fractions (0.01 is 1 %).',
  ],
  'gov vote set marketplace fees 1% and 2% by carol': ['Votes no on proposal 1.'],
}

describe('102 recorded transactions as requests', () => {
  test.each(Object.entries(WORDS))('%s, in words', (name, sentences) => {
    const request = readTx(directDocument(recordedTx(name)))
    expect(request.sentences.map(({ sentence }) => sentence)).toEqual(sentences)
  })

  test.each(Object.entries(DIRECT))('%s', (_, shape) => {
    for (const tx of recorded) {
      const request = readTx(shape(tx))
      const { body, authInfo } = decodeTx(fromBase64(tx.txBytes))
      expect(request.mode).toBe('direct')
      expect(request.messages, tx.name).toEqual(body.messages)
      expect(request.sentences, tx.name).toEqual(IN_WORDS.get(tx.name))
      expect(request.sentences.filter(({ path }) => path.length === 0).length, tx.name).toBe(
        tx.messages.length,
      )
      expect(
        request.keys.map(({ address, sequence }) => [address, sequence]),
        tx.name,
      ).toEqual([[tx.address, BigInt(tx.sequence)]])
      expect([request.signers, request.feePayer], tx.name).toEqual([[tx.address], tx.address])
      expect(request.fee.coins.map(({ denom, amount }) => ({ denom, amount: `${amount}` }))).toEqual(
        tx.fee.amount,
      )
      expect([request.fee.gasLimit, request.memo, request.chainId]).toEqual([
        BigInt(tx.fee.gas),
        tx.memo,
        tx.chainId,
      ])
      // What is shown, encoded again, gives the bytes.
      expect(toHex(request.signBytes), tx.name).toBe(toHex(makeSignBytes(directDocument(tx))))
      expect(
        toHex(encodeTxBody({ ...body, messages: request.messages as PlainTx['body']['messages'] })),
      ).toBe(toHex(directDocument(tx).bodyBytes))
      expect(authInfo.signerInfos.length).toBe(1)
    }
    expect(recorded.length).toBe(102)
  })

  test.each(Object.entries(AMINO))('amino: %s', (_, shape) => {
    let read = 0
    for (const tx of recorded) {
      const doc = aminoDocument(tx)
      if (doc === null) continue
      const request = readTx(shape(doc, tx))
      expect(request.mode).toBe('amino')
      expect(request.messages, tx.name).toEqual(decodeTx(fromBase64(tx.txBytes)).body.messages)
      expect(request.sentences, tx.name).toEqual(IN_WORDS.get(tx.name))
      expect([request.signers, request.feePayer], tx.name).toEqual([[tx.address], tx.address])
      expect(toHex(request.signBytes), tx.name).toBe(toHex(serializeSignDoc(doc)))
      expect(request.keys[0]?.sequence).toBe(BigInt(tx.sequence))
      read++
    }
    expect(read).toBeGreaterThan(90)
  })

  test('the documents that were signed in amino JSON are read as they were signed', () => {
    const signed = recorded.flatMap(tx => {
      const { aminoSignDoc } = tx as RecordedTx & { readonly aminoSignDoc?: Doc }
      return aminoSignDoc === undefined ? [] : [{ tx, aminoSignDoc }]
    })
    expect(signed.length).toBe(5)
    for (const { tx, aminoSignDoc } of signed) {
      const { findings, action, messages } = readTx(aminoSignDoc)
      expect(messages).toEqual(decodeTx(fromBase64(tx.txBytes)).body.messages)
      const isLegacy = tx.name.includes('legacy name')
      expect([findings.map(({ code }) => code), action], tx.name).toEqual(
        isLegacy ? [['AMINO_NAME_REFUSED'], 'block'] : [[], 'ok'],
      )
    }
  })
})

const retire = recordedTx('retire')
const document = directDocument(retire)
const authInfo = (change: Partial<AuthInfo>) => ({
  ...document,
  authInfoBytes: AuthInfo.encode({ ...AuthInfo.decode(document.authInfoBytes), ...change }).finish(),
})
const bytes = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap(part => [...part]))

describe('bytes that other programs could read otherwise are refused', () => {
  const { bodyBytes, authInfoBytes } = document
  test.each([
    ['an unknown field', bytes(bodyBytes, [0x98, 0x7d, 1])],
    ['a field given twice', bytes(bodyBytes, [0x12, 1, 97, 0x12, 1, 98])],
    ['a default written out', bytes(bodyBytes, [0x18, 0])],
    ['fields in another order', bytes([0x12, 1, 97], bodyBytes)],
    ['a long form of a number', bytes(bodyBytes, [0x18, 0x81, 0x00])],
    ['a memo that is not UTF-8', bytes(bodyBytes, [0x12, 2, 0xc3, 0x28])],
    ['a cut off end', bodyBytes.slice(0, -1)],
    ['nothing', new Uint8Array()],
  ])('body: %s', (_, changed) => {
    expect(failure({ ...document, bodyBytes: changed })).toMatch(/SIGN_REQUEST_REFUSED/)
  })

  test.each([
    ['an unknown field', bytes(authInfoBytes, [0x98, 0x7d, 1])],
    ['a second fee', bytes(authInfoBytes, [0x12, 0])],
    [
      'two modes for one key',
      AuthInfo.encode({
        ...AuthInfo.decode(authInfoBytes),
        signerInfos: [
          {
            publicKey: undefined,
            sequence: 0n,
            modeInfo: { single: { mode: 1 }, multi: { bitarray: undefined, modeInfos: [] } },
          },
        ],
      }).finish(),
    ],
  ])('auth info: %s', (_, changed) => {
    expect(failure({ ...document, authInfoBytes: changed })).toMatch(/SIGN_REQUEST_REFUSED/)
  })

  test.each([
    [{ low: -1, high: 0 }, 4_294_967_295n],
    [{ low: -2_147_483_648, high: 1 }, 6_442_450_944n],
    [{ low: -1, high: -1 }, 2n ** 64n - 1n],
    [`${2n ** 64n - 1n}`, 2n ** 64n - 1n],
    [null, 0n],
  ])('an account number of %j is %s', (accountNumber, expected) => {
    expect(readTx({ ...document, accountNumber }).accountNumber).toBe(expected)
  })

  test.each([`${2n ** 64n}`, '-1', '1.5', '01', 1.5, -1])('no account number is %j', accountNumber => {
    expect(failure({ ...document, accountNumber })).toMatch(/SIGN_REQUEST_REFUSED/)
  })

  test('a signed transaction is not taken for a document, also with account number 0', () => {
    expect(failure(fromBase64(retire.txBytes))).toMatch(/decodeTx/)
    const zero = makeSignBytes({ ...document, accountNumber: 0n })
    expect(readTx(zero).chainId).toBe(retire.chainId)
  })

  test.each([
    ['an additional field', { note: 'hi' }],
    ['a number as number', { sequence: 3 }],
    ['a number with a leading zero', { sequence: '03' }],
    ['a null timeout', { timeout_height: null }],
  ])('amino: %s', (_, change) => {
    expect(failure({ ...aminoDocument(retire), ...change })).toMatch(/SIGN_REQUEST_REFUSED/)
  })

  test('amino: a field that the message has not, an empty text written out, a name twice', () => {
    const doc = aminoDocument(retire) as Doc
    const [msg] = doc.msgs
    const altered = (value: object) => ({ ...doc, msgs: [{ ...msg, value: { ...msg?.value, ...value } }] })
    expect(failure(altered({ extra: '1' }))).toMatch(/SIGN_REQUEST_REFUSED/)
    expect(failure(altered({ reason: '' }))).toMatch(/SIGN_REQUEST_REFUSED/)
    expect(failure(JSON.stringify(doc).replace('"memo":', '"memo":"other","memo":'))).toMatch(/named twice/)
  })
})

describe('what is wrong with a document', () => {
  const codes = (given: unknown, options = {}) => {
    const { findings, action } = parseSignRequest(given, options)
    return [...findings.map(({ code }) => code), action]
  }
  const amino = (change: object) => ({ ...aminoDocument(retire), ...change })

  test('another chain than the wallet’s, than the session’s', () => {
    expect(codes(document, { chainId: 'regen-1' })).toEqual(['CHAIN_DIFFERS', 'block'])
    expect(
      codes({
        chainId: 'cosmos:regen-1',
        request: {
          method: 'cosmos_signDirect',
          params: { signerAddress: retire.address, signDoc: document },
        },
      }),
    ).toEqual(['CHAIN_DIFFERS', 'block'])
  })

  test('an amino document that is asked for by the direct method, as some kits do', () => {
    const request = {
      method: 'cosmos_signDirect',
      params: { signerAddress: retire.address, signDoc: aminoDocument(retire) },
    }
    expect(codes(request)).toEqual(['METHOD_DIFFERS', 'block'])
  })

  test('a signer that is not needed, a key of somebody else, a mode that is not direct', () => {
    expect(
      codes({
        signerAddress: address('bob') === retire.address ? address('alice') : address('bob'),
        signDoc: document,
      }),
    ).toEqual(['SIGNER_NOT_NEEDED', 'block'])
    const other = AuthInfo.decode(directDocument(recordedTx('create class USS01')).authInfoBytes)
    expect(codes(authInfo({ signerInfos: other.signerInfos }))).toEqual(['KEY_DIFFERS', 'block'])
    expect(codes(authInfo({ signerInfos: [] }))).toEqual(['SIGNERS_DIFFER', 'block'])
    const [info] = AuthInfo.decode(document.authInfoBytes).signerInfos
    if (info === undefined) throw new Error('no signer')
    expect(codes(authInfo({ signerInfos: [{ ...info, modeInfo: { single: { mode: 127 } } }] }))).toEqual([
      'SIGN_MODE_DIFFERS',
      'block',
    ])
  })

  test('who pays: an allowance, another payer, a fee of several coins, a high one, none', () => {
    const fee = AuthInfo.decode(document.authInfoBytes).fee
    if (fee === undefined) throw new Error('no fee')
    expect(codes(authInfo({ fee: { ...fee, granter: address('bob') } }))).toEqual(['FEE_GRANTED', 'ok'])
    expect(codes(amino({ fee: { amount: [], gas: '1', payer: address('carol') } }))).toEqual([
      'FEE_PAYER_OTHER',
      'warn',
    ])
    expect(
      codes(
        authInfo({
          fee: {
            ...fee,
            amount: [
              { denom: 'uregen', amount: '1' },
              { denom: 'uusdc', amount: '1' },
            ],
          },
        }),
      ),
    ).toEqual(['FEE_SEVERAL_COINS', 'warn'])
    expect(
      codes(authInfo({ fee: { ...fee, amount: [{ denom: 'uregen', amount: '98800000000' }] } })),
    ).toEqual(['FEE_HIGH', 'warn'])
    // More than 2.5 uregen for a unit of gas, and more than a REGEN, is high; just as much is not.
    const high = (amount: string, gas: string) =>
      codes(amino({ fee: { amount: [{ denom: 'uregen', amount }], gas } })).includes('FEE_HIGH')
    expect([high('2500000', '1000000'), high('2500001', '1000000')]).toEqual([false, true])
    expect([high('1000000', '1'), high('1000001', '1')]).toEqual([false, true])
    expect(codes(authInfo({ fee: undefined }))).toEqual(['FEE_MISSING', 'block'])
  })

  const send = (denom: string, to = address('bob'), memo = '') => ({
    ...aminoDocument(retire),
    memo,
    msgs: [
      {
        type: 'cosmos-sdk/MsgSend',
        value: { from_address: address('alice'), to_address: to, amount: [{ denom, amount: '1' }] },
      },
    ],
  })

  test.each(['uregem', 'uregn', 'uRegen', 'uergen', 'ureg3n', 'uregenn'])(
    'the denom %s looks like uregen',
    denom => {
      expect(codes(send(denom))).toContain('DENOM_LOOKALIKE')
    },
  )

  test('a Cyrillic е in uregen is no denom and looks like one', () => {
    expect(codes(send('ur\u0435gen')).filter(code => code.startsWith('DENOM'))).toEqual([
      'DENOM_MALFORMED',
      'DENOM_LOOKALIKE',
    ])
  })

  test('an IBC denom with the ends of a known one is not it', () => {
    const usdc = 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'
    expect(codes(send(usdc))).toEqual(['ok'])
    expect(codes(send(usdc.replace('9894', '9895')))).toEqual(['DENOM_LOOKALIKE', 'warn'])
  })

  test('the account of a module, and one that looks like the signer’s', () => {
    expect(codes(send('uregen', 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh'))).toEqual([
      'ADDRESS_OF_MODULE',
      'ok',
    ])
    const own = address('alice')
    const twin = `${own.slice(0, 12)}${'q'.repeat(own.length - 16)}${own.slice(-4)}`
    expect(codes(send('uregen', twin))).toContain('ADDRESS_LOOKALIKE')
  })

  test('what a sentence has no room for: the eleventh order of a sale', () => {
    const order = {
      batch_denom: 'C01-001-20200101-20210101-001',
      quantity: '1',
      ask_price: { denom: 'uregen', amount: '1' },
    }
    const selling = (orders: number) =>
      amino({
        msgs: [
          {
            type: '/regen.ecocredit.marketplace.v1.MsgSell',
            value: { seller: address('alice'), orders: Array.from({ length: orders }, () => order) },
          },
        ],
      })
    expect(codes(selling(10))).toEqual(['ok'])
    expect(codes(selling(11))).toEqual(['SENTENCE_CUT', 'warn'])
  })

  test.each(['\ufeff', '\u202e', '\u200b', '\u0000', '\u001b[31m', '\u2028'])(
    'hidden characters in the memo: %j',
    hidden => {
      expect(codes(send('uregen', undefined, `a${hidden}b`))).toContain('HIDDEN_CHARACTERS')
    },
  )

  test('emoji, accents and line breaks are nothing to hide', () => {
    expect(codes(send('uregen', undefined, 'Für 🌳 und 👩‍🌾\nalle'))).toEqual(['ok'])
  })
})

describe('data to sign that is no transaction (ADR-36)', () => {
  const data = (text: string, change: object = {}) => ({
    chain_id: '',
    account_number: '0',
    sequence: '0',
    fee: { gas: '0', amount: [] },
    msgs: [
      {
        type: 'sign/MsgSignData',
        value: { signer: address('alice'), data: base64.encode(new TextEncoder().encode(text)) },
      },
    ],
    memo: '',
    ...change,
  })

  test('is shown as what it is', () => {
    const request = parseSignRequest(data('log in, please'))
    expect(request).toMatchObject({
      kind: 'arbitrary data',
      signer: address('alice'),
      text: 'log in, please',
      action: 'ok',
      sentence: `Proves that ${address('alice')} is yours by signing "log in, please". It moves nothing.`,
    })
    expect(toHex(request.signBytes)).toBe(toHex(serializeSignDoc(data('log in, please') as never)))
  })

  test('is refused where it has what only transactions have', () => {
    expect(failure(data('x', { chain_id: 'regen-1' }))).toMatch(/SIGN_REQUEST_REFUSED/)
    expect(failure(data('x', { fee: { gas: '1', amount: [] } }))).toMatch(/SIGN_REQUEST_REFUSED/)
    expect(failure(data('x', { msgs: [...data('x').msgs, ...data('y').msgs] }))).toMatch(
      /beside other messages/,
    )
  })

  test('that is itself a document is a trick', () => {
    const hidden = JSON.stringify(aminoDocument(retire))
    expect(parseSignRequest(data(hidden))).toMatchObject({
      action: 'block',
      findings: [{ code: 'DATA_IS_DOCUMENT' }],
    })
  })
})
