import { describe, expect, test } from 'vitest'
import { decodeTx } from '../../src/cosmjs.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { encodeTxBody } from '../../src/wire/decodeTx.ts'
import { SignDoc, TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { requireWhole } from '../../src/wire/registry.ts'
import { recordedTxs } from '../support/recordings.ts'

/** found.md: "Nothing is ever dropped in silence." */

const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const BOB = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const GRANT = '/cosmos.authz.v1beta1.MsgGrant'
const authorization = { typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization', value: { msg: '/x' } }
const delegation = {
  delegatorAddress: ALICE,
  validatorAddress: 'v',
  amount: { denom: 'uregen', amount: '5' },
}

const lost = (typeUrl: string, value: object): string => {
  try {
    requireWhole(typeUrl, value)
  } catch (error) {
    if (isRegenError(error, 'INPUT_INVALID')) return error.context.issues
    throw error
  }
  return 'whole'
}

describe('messages that the registry knows and the catalog does not are never trimmed and signed', () => {
  test.each([
    [
      'a whole grant',
      GRANT,
      { granter: ALICE, grantee: BOB, grant: { authorization, expiration: undefined } },
      'whole',
    ],
    [
      'a misspelt `expires` of MsgGrant',
      GRANT,
      { granter: ALICE, grantee: BOB, grant: { authorization, expires: { seconds: 5n, nanos: 0 } } },
      '✖ unknown field: expires at grant',
    ],
    [
      'an expiration as text',
      GRANT,
      { granter: ALICE, grant: { authorization, expiration: '2026-01-01T00:00:00Z' } },
      '✖ has another type or value than what would be encoded at grant.expiration',
    ],
    [
      'an expiration as Date',
      GRANT,
      { granter: ALICE, grant: { authorization, expiration: new Date(5000) } },
      '✖ has another type than on the wire at grant.expiration',
    ],
    [
      'a misspelt field inside an authorization',
      GRANT,
      { granter: ALICE, grant: { authorization: { ...authorization, value: { mesg: '/x' } } } },
      '✖ unknown field: mesg',
    ],
    ['a whole delegation', '/cosmos.staking.v1beta1.MsgDelegate', delegation, 'whole'],
    [
      'a snake_case MsgDelegate',
      '/cosmos.staking.v1beta1.MsgDelegate',
      { delegator_address: ALICE, validator_address: 'v' },
      '✖ unknown field: delegator_address\n✖ unknown field: validator_address',
    ],
    [
      'an amount as number',
      '/cosmos.staking.v1beta1.MsgDelegate',
      { ...delegation, amount: { denom: 'uregen', amount: 5 } },
      'amount',
    ],
    [
      'half a character',
      '/cosmos.staking.v1beta1.MsgDelegate',
      { ...delegation, validatorAddress: '\ud83c' },
      '✖ has another type or value than what would be encoded at validatorAddress',
    ],
    ['an unknown type', '/regen.future.v1.MsgNew', {}, 'an unknown type; pass its value as bytes'],
    ['bytes', '/regen.future.v1.MsgNew', Uint8Array.of(1), 'whole'],
    [
      'a list where none is expected',
      GRANT,
      { granter: ALICE, grant: [] },
      '✖ has another type than on the wire at grant',
    ],
  ] as const)('%s', (_, typeUrl, value, said) => {
    expect(lost(typeUrl, value)).toContain(said)
  })

  test('a body is not encoded with less than it was given', () => {
    const body = {
      memo: '',
      timeoutHeight: 0n,
      unordered: false,
      timeoutTimestamp: undefined,
      extensionOptions: [],
      nonCriticalExtensionOptions: [],
    }
    const grant = {
      typeUrl: GRANT,
      value: { granter: ALICE, grantee: BOB, grant: { authorization, expires: 1 } },
    }
    expect(() => encodeTxBody({ ...body, messages: [grant] })).toThrow('unknown field: expires at grant')
    const inner = { typeUrl: '/cosmos.authz.v1beta1.MsgExec', value: { grantee: BOB, msgs: [grant] } }
    expect(() => encodeTxBody({ ...body, messages: [inner] })).toThrow('unknown field: expires at grant')
  })
})

describe('decodeTx of SignDoc bytes says what they are, and does not misread them', () => {
  const [recorded] = recordedTxs()
  const { bodyBytes, authInfoBytes } = TxRaw.decode(
    new Uint8Array(Buffer.from(recorded?.txBytes ?? '', 'base64')),
  )

  test.each([7n, 0n])('with account number %s', accountNumber => {
    const bytes = SignDoc.encode({ bodyBytes, authInfoBytes, chainId: 'regen-1', accountNumber }).finish()
    expect(() => decodeTx(bytes)).toThrow(
      'these bytes are a document to be signed (SignDoc) for chain "regen-1"',
    )
  })

  test('a transaction without signature, and one with a signature of 64 bytes, is one', () => {
    for (const signatures of [
      [],
      [new Uint8Array()],
      [new Uint8Array(64).fill(65)],
      [new Uint8Array(5).fill(65), new Uint8Array(5)],
    ])
      expect(decodeTx(TxRaw.encode({ bodyBytes, authInfoBytes, signatures }).finish()).signatures).toEqual(
        signatures,
      )
  })
})
