import { describe, expect, test } from 'vitest'
import { CATALOG } from '../../src/messages/catalog.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import { parseSignRequest } from '../../src/wallet/index.ts'
import { legacyTypeUrl } from '../../src/wallet/request/openAmino.ts'
import { MsgExec } from '../../src/wire/generated/cosmos/authz/v1beta1/tx.ts'
import { AuthInfo, TxBody } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { network, recordedTx } from '../support/recordings.ts'
import { aminoDocument, directDocument, readTx } from './recordedRequests.ts'

/** Ways to make a person sign something else than what they see, each with the one answer to it. */

const address = (name: string) => network.accounts[name]?.address ?? ''
const retire = recordedTx('retire')
const document = directDocument(retire)

const codes = (given: unknown): readonly string[] => {
  const { findings, action } = parseSignRequest(given)
  return [...findings.map(({ code }) => code), action]
}
const refusal = (given: unknown): string => {
  try {
    return codes(given).join(' ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

type Any = { readonly typeUrl: string; readonly value: Uint8Array }

/** The recorded retirement with its packed messages changed. */
const withMessages = (change: (any: Any) => readonly Any[]) => {
  const body = TxBody.decode(document.bodyBytes)
  return {
    ...document,
    bodyBytes: TxBody.encode({ ...body, messages: body.messages.flatMap(change) }).finish(),
  }
}
const bytes = (...parts: (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap(part => [...part]))

describe('inside a message, bytes that another decoder reads otherwise are refused', () => {
  test.each<[string, (value: Uint8Array) => Uint8Array]>([
    ['an unknown field at its end', value => bytes(value, [0x98, 0x7d, 1])],
    ['an unknown field of zero length', value => bytes(value, [0xfa, 0x7f, 0])],
    [
      'a text field given twice, of which programs take the last or the first',
      value => bytes(value, [0x0a, 1, 97]),
    ],
    ['an empty text written out', value => bytes(value, [0x22, 0])],
    ['a field in the wire type of another', value => bytes(value, [0x08, 1])],
    ['a group, which old decoders skip', value => bytes(value, [0x9b, 0x01, 0x9c, 0x01])],
    ['a length in more bytes than it needs', value => bytes([0x8a, 0x00], value.slice(1))],
    ['a cut off end', value => value.slice(0, -1)],
  ])('%s', (_, change) => {
    const changed = withMessages(({ typeUrl, value }) => [{ typeUrl, value: change(value) }])
    expect(refusal(changed)).toMatch(/SIGN_REQUEST_REFUSED/)
  })

  test('the same one level deeper, inside of authz', () => {
    const exec = recordedTx('authz exec retire')
    const whole = directDocument(exec)
    expect(codes(whole)).toEqual(['ok'])
    const body = TxBody.decode(whole.bodyBytes)
    const messages = body.messages.map(({ typeUrl, value }) => {
      // The inner message is the last field: one field more at its end makes each length around it longer.
      const longer = bytes(value, [0x1a, 0x03, 0x98, 0x7d, 1])
      return { typeUrl, value: longer }
    })
    expect(refusal({ ...whole, bodyBytes: TxBody.encode({ ...body, messages }).finish() })).toMatch(
      /SIGN_REQUEST_REFUSED/,
    )
  })
})

describe('messages inside of messages', () => {
  const body = TxBody.decode(document.bodyBytes)
  const grantee = retire.address
  /** The retirement inside of so many authz executions. */
  const nested = (depth: number) => {
    let messages = body.messages
    for (let level = 0; level < depth; level++)
      messages = [
        {
          typeUrl: '/cosmos.authz.v1beta1.MsgExec',
          value: MsgExec.encode({ grantee, msgs: messages }).finish(),
        },
      ]
    return { ...document, bodyBytes: TxBody.encode({ ...body, messages }).finish() }
  }

  test.each([1, 4, 10])('%i levels deep: the innermost is put into words as if it stood alone', depth => {
    const request = readTx(nested(depth))
    expect(request.sentences.length).toBe(depth + 1)
    expect(request.sentences.at(-1)).toMatchObject({
      path: Array.from({ length: depth }, () => 0),
      sentence:
        'Retires 1.25 credits of C01-001-20200101-20210101-001 in US-WA, for good, with the reason “offset”.',
      known: true,
      runs: true,
    })
    expect(request.signers).toEqual([grantee])
  })

  test.each([17, 2000])('%i levels, deeper than any chain unpacks: refused', depth => {
    expect(refusal(nested(depth))).toMatch(/SIGN_REQUEST_REFUSED/)
  })
})

describe('types that a program may take for others are nothing anybody vouches for', () => {
  test.each([
    ['a type URL of another host', 'type.googleapis.com/regen.ecocredit.v1.MsgRetire'],
    ['a type URL without its slash', 'regen.ecocredit.v1.MsgRetire'],
    ['a type URL in other letters', '/regen.ecocredit.v1.msgRetire'],
    ['a type URL with a Cyrillic е', '/r\u0435gen.ecocredit.v1.MsgRetire'],
    ['a type of before v7', '/regen.ecocredit.v1alpha1.MsgRetire'],
  ])('%s', (_, typeUrl) => {
    expect(refusal(withMessages(({ value }) => [{ typeUrl, value }]))).toMatch(
      /MESSAGE_(UNKNOWN|MISSPELT|DEAD).* block$|SIGN_REQUEST_REFUSED/,
    )
  })
})

describe('what stands around the messages of a direct document', () => {
  const body = TxBody.decode(document.bodyBytes)
  const authInfo = AuthInfo.decode(document.authInfoBytes)
  const withBody = (change: Partial<TxBody>) => ({
    ...document,
    bodyBytes: TxBody.encode({ ...body, ...change }).finish(),
  })
  const option = { typeUrl: '/cosmos.tx.v1beta1.Unheard', value: new Uint8Array([8, 1]) }

  test('options that the chain has to know, and those that it may not know', () => {
    expect(codes(withBody({ extensionOptions: [option] }))).toEqual(['EXTENSION_UNKNOWN', 'block'])
    expect(codes(withBody({ nonCriticalExtensionOptions: [option] }))).toEqual(['ok'])
  })

  test('without a sequence, or up to a time', () => {
    expect(codes(withBody({ unordered: true }))).toEqual(['UNORDERED', 'block'])
    expect(codes(withBody({ timeoutTimestamp: { seconds: 2_000_000_000n, nanos: 0 } }))).toEqual([
      'UNORDERED',
      'block',
    ])
  })

  test('a tip', () => {
    const tip = { amount: [{ denom: 'uregen', amount: '1' }], tipper: address('bob') }
    expect(codes({ ...document, authInfoBytes: AuthInfo.encode({ ...authInfo, tip }).finish() })).toEqual([
      'TIP',
      'block',
    ])
  })

  test.each([
    ['a chain id of other letters', { chainId: 'r\u0435gen-1' }],
    ['no chain id', { chainId: '' }],
    ['an account number below zero', { accountNumber: -1n }],
    ['an account number that no number holds exactly', { accountNumber: 2 ** 53 }],
    ['a field more', { note: 'hello' }],
  ])('%s is refused', (_, change) => {
    expect(refusal({ ...document, ...change })).toMatch(/SIGN_REQUEST_REFUSED/)
  })

  test('a text that is hexadecimal and base64 at once is read as the one that makes sense', () => {
    const hexadecimal = Buffer.from(document.bodyBytes).toString('hex')
    expect(Buffer.from(hexadecimal, 'base64').toString('base64')).toBe(hexadecimal)
    expect(codes({ ...document, bodyBytes: hexadecimal })).toEqual(['ok'])
  })
})

const amino = (change: object) => ({ ...aminoDocument(retire), ...change })
const LEGACY = CATALOG.map(({ typeUrl }) => typeUrl).filter(typeUrl => /^\/regen\.(eco|data)/.test(typeUrl))

describe('amino JSON', () => {
  test('every name of before v7 is known for what it was, and blocks', () => {
    const name = (typeUrl: string) =>
      typeUrl
        .replace('/regen.ecocredit.v1.', 'regen/')
        .replace('/regen.ecocredit.marketplace.v1.', 'regen.marketplace/')
        .replace('/regen.ecocredit.basket.v1.', 'regen.basket/')
        .replace('/regen.data.v2.', 'regen-ledger/')
    expect(LEGACY.length).toBeGreaterThan(30)
    for (const typeUrl of LEGACY) expect(legacyTypeUrl(name(typeUrl)), typeUrl).toBe(typeUrl)
    const [msg] = aminoDocument(retire)?.msgs ?? []
    expect(codes(amino({ msgs: [{ type: 'regen/MsgRetire', value: msg?.value }] }))).toEqual([
      'AMINO_NAME_REFUSED',
      'block',
    ])
  })

  test.each([
    ['a field named twice', '"memo":"a","memo":"b",'],
    ['a field named twice, once in escapes', '"memo":"a","m\\u0065mo":"b",'],
    ['a prototype', '"__proto__":{"memo":"b"},'],
  ])('%s is refused', (_, fields) => {
    const text = JSON.stringify(amino({})).replace('{', `{${fields}`)
    expect(refusal(text)).toMatch(/SIGN_REQUEST_REFUSED/)
  })

  test('inside of a message: a field more, a number as number, and one that is left out', () => {
    const [msg] = aminoDocument(retire)?.msgs ?? []
    const { credits } = (msg?.value ?? {}) as { readonly credits: readonly object[] }
    const [credit] = credits
    const altered = (value: object) =>
      refusal(amino({ msgs: [{ type: msg?.type, value: { ...msg?.value, ...value } }] }))
    expect(altered({ credits: [{ ...credit, note: 'x' }] })).toMatch(/SIGN_REQUEST_REFUSED/)
    expect(altered({ credits: [{ ...credit, amount: 1.25 }] })).toMatch(/SIGN_REQUEST_REFUSED/)
    expect(altered({ credits: [{ ...credit, retired_amount: '' }] })).toMatch(/SIGN_REQUEST_REFUSED/)
    expect(altered({ credits: null })).toMatch(/SIGN_REQUEST_REFUSED|WOULD_FAIL/)
  })

  const send = (to: string, denom = 'uregen') =>
    amino({
      msgs: [
        {
          type: 'cosmos-sdk/MsgSend',
          value: { from_address: address('alice'), to_address: to, amount: [{ denom, amount: '1' }] },
        },
      ],
    })

  test.each(Object.entries(MODULE_ACCOUNTS))('the account of the module %s is named', (module, account) => {
    const { findings } = parseSignRequest(send(account))
    expect(findings).toContainEqual({
      code: 'ADDRESS_OF_MODULE',
      blocks: false,
      where: 'messages[0].toAddress',
      sentence: `${account} is the account of the chain's module ${module}.`,
    })
  })

  test.each([
    ['0 for o', 'eco.uC.N0T', 'eco.uC.NCT'],
    ['capital I for l', 'eco.uC.NTC', 'eco.uC.NCT'],
    ['Greek ν', 'ureg\u03b5n', 'uregen'],
    ['full width', '\uff55regen', 'uregen'],
    ['an accent', 'uregén', 'uregen'],
    ['a joiner in between', 'ure\u200dgen', 'uregen'],
  ])('a look-alike denom, %s: the finding says which one it looks like', (_, denom, known) => {
    const { findings } = parseSignRequest(send(address('bob'), denom))
    const found = findings.find(({ code }) => code === 'DENOM_LOOKALIKE')
    expect(found?.where).toBe('messages[0].amount[0].denom')
    expect(found?.sentence).toContain(`looks like ${known}, and is another one.`)
  })

  test('a proposal that can only fail, and a payment to an account that the bank closes', () => {
    const codesOf = (name: string) =>
      parseSignRequest(directDocument(recordedTx(name))).findings.map(({ code }) => code)
    expect(codesOf('gov submit: community pool spend, distribution: passes, then fails')).toContain(
      'PROPOSAL_WILL_FAIL',
    )
    expect(codes(send(MODULE_ACCOUNTS.fee_collector))).toContain('RECIPIENT_BLOCKED')
  })

  test('the fee is looked at like the messages', () => {
    const fee = { amount: [{ denom: 'uregem', amount: '5000' }], gas: '200000' }
    const { findings } = parseSignRequest(amino({ fee }))
    expect(findings.map(({ code, where }) => [code, where])).toEqual([['DENOM_LOOKALIKE', 'fee[0].denom']])
  })
})
