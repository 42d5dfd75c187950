import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../../src/node/decode/fields.ts'
import { toAccount } from '../../../src/node/decode/modules/account.ts'
import { toDenomMetadata } from '../../../src/node/decode/modules/denomMetadata.ts'
import { toOpenVote } from '../../../src/node/decode/modules/proposal.ts'
import { toSigningInfo, uptimeOf } from '../../../src/node/decode/modules/slashing.ts'
import { accountOf, consensusAddress, toValidator } from '../../../src/node/decode/modules/validator.ts'
import { toGrant } from '../../../src/node/read/grants.ts'
import { toSupplyState } from '../../../src/node/read/m012.ts'
import { formatRatio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { BaseAccount } from '../../../src/wire/generated/cosmos/auth/v1beta1/auth.ts'
import { VoteOption } from '../../../src/wire/generated/cosmos/gov/v1/gov.ts'
import {
  BaseVestingAccount,
  ContinuousVestingAccount,
  DelayedVestingAccount,
  PeriodicVestingAccount,
  PermanentLockedAccount,
} from '../../../src/wire/generated/cosmos/vesting/v1beta1/vesting.ts'
import { network, recordedRpc } from '../../support/recordings.ts'

const read = fieldsOf('/q')
const ALICE = network.accounts['alice']?.address ?? ''
const VAL = network.accounts['val']?.address ?? ''

describe('accounts', () => {
  const base = { address: ALICE, pubKey: undefined, accountNumber: 7n, sequence: 3n }
  const baseVestingAccount = BaseVestingAccount.fromPartial({ baseAccount: base, endTime: 9n })

  test.each([
    [
      'ContinuousVestingAccount',
      ContinuousVestingAccount.encode(ContinuousVestingAccount.fromPartial({ baseVestingAccount })).finish(),
    ],
    [
      'DelayedVestingAccount',
      DelayedVestingAccount.encode(DelayedVestingAccount.fromPartial({ baseVestingAccount })).finish(),
    ],
    [
      'PeriodicVestingAccount',
      PeriodicVestingAccount.encode(PeriodicVestingAccount.fromPartial({ baseVestingAccount })).finish(),
    ],
    [
      'PermanentLockedAccount',
      PermanentLockedAccount.encode(PermanentLockedAccount.fromPartial({ baseVestingAccount })).finish(),
    ],
  ])('%s: number and sequence are those of the account inside', (name, bytes) => {
    const any = { typeUrl: `/cosmos.vesting.v1beta1.${name}`, value: bytes }
    expect(toAccount(any, read)).toEqual({
      address: ALICE,
      number: 7n,
      sequence: 3n,
      pubKey: null,
      module: null,
      vesting: true,
    })
  })

  test.each([
    ['another kind', '/ethermint.types.v1.EthAccount', new Uint8Array()],
    ['the name of something every object has', 'constructor', new Uint8Array()],
    ['bytes that are no account', '/cosmos.auth.v1beta1.BaseAccount', Uint8Array.of(255, 255)],
    ['no account inside', '/cosmos.auth.v1beta1.ModuleAccount', new Uint8Array()],
    ['no address', '/cosmos.auth.v1beta1.BaseAccount', BaseAccount.encode({ ...base, address: '' }).finish()],
  ])('%s is refused', (_, typeUrl, value) => {
    expect(() => toAccount({ typeUrl, value }, read)).toThrow('RESPONSE_INVALID')
  })
})

describe('validators', () => {
  const { validators } = recordedRpc('validators') as {
    validators: { address: string; pub_key: { value: string } }[]
  }

  test('the address of a consensus key is what CometBFT derives of it', () => {
    expect(validators.length).toBeGreaterThan(0)
    for (const { address, pub_key } of validators) {
      const derived = consensusAddress(new Uint8Array(Buffer.from(pub_key.value, 'base64')))
      expect(derived).toMatch(/^regenvalcons1/)
      expect(Buffer.from(bech32Bytes(derived)).toString('hex').toUpperCase()).toBe(address)
    }
  })

  test('an operator votes with the account of the same bytes', () => {
    expect(accountOf('regenvaloper1vycrazzgw7yak4l7r608ec8vd06ns4tc8dn9h7')).toBe(VAL)
  })

  const validator = {
    operatorAddress: 'regenvaloper1vycrazzgw7yak4l7r608ec8vd06ns4tc8dn9h7',
    consensusPubkey: {
      typeUrl: '/cosmos.crypto.ed25519.PubKey',
      value: Uint8Array.of(10, 32, ...new Uint8Array(32)),
    },
    jailed: false,
    status: 3,
    tokens: '5',
    delegatorShares: '5',
    description: undefined,
    unbondingHeight: 0n,
    unbondingTime: undefined,
    commission: {
      commissionRates: { rate: '100000000000000000', maxRate: '0', maxChangeRate: '0' },
      updateTime: undefined,
    },
    minSelfDelegation: '1',
    unbondingOnHoldRefCount: 0n,
    unbondingIds: [],
  } as const

  test('commission is a tenth, not 10^17', () => {
    const { commission, status, moniker } = toValidator({ ...validator, unbondingIds: [] }, read)
    expect([formatRatio(commission), status, moniker]).toEqual(['0.1', 'bonded', ''])
  })

  test.each([
    ['operatorAddress', 'nonsense'],
    ['operatorAddress', 'regenvaloper1vycrazzgw7yak4l7r608ec8vd06ns4tc8dn9h8'],
    ['consensusPubkey', undefined],
    ['consensusPubkey', { typeUrl: '/cosmos.crypto.secp256k1.PubKey', value: new Uint8Array() }],
    ['consensusPubkey', { typeUrl: '/cosmos.crypto.ed25519.PubKey', value: Uint8Array.of(10, 1, 0) }],
    ['status', 9],
    ['tokens', '-5'],
    ['commission', undefined],
  ])('a validator with %s = %j is refused', (field, value) => {
    expect(() => toValidator({ ...validator, unbondingIds: [], [field]: value }, read)).toThrow(
      'RESPONSE_INVALID',
    )
  })
})

describe('uptime', () => {
  const uptime = (counted: bigint, missed: bigint, signedBlocksWindow = 1000n) => {
    const share = uptimeOf({ counted, missed }, { signedBlocksWindow })
    return share && formatRatio(share)
  }

  test('is the share of blocks signed, of as many as were counted, at most a window', () => {
    expect(uptime(366n, 0n)).toBe('1')
    expect(uptime(272n, 272n)).toBe('0')
    expect(uptime(100_000n, 5n)).toBe('0.995')
    expect(uptime(300n, 100n)).toBe('2/3')
  })

  test('before the first block there is none, which is not 0', () => {
    expect(uptime(0n, 0n)).toBeNull()
  })

  test('a validator out of jail begins anew: more missed than counted is 0', () => {
    expect(uptime(3n, 7n)).toBe('0')
  })

  test('jailed until the beginning of 1970 is never', () => {
    const info = {
      address: 'regenvalcons1',
      startHeight: 0n,
      indexOffset: 1n,
      jailedUntil: { seconds: 0n, nanos: 0 },
      tombstoned: false,
      missedBlocksCounter: 0n,
    }
    expect(toSigningInfo(info, read).jailedUntil).toBeNull()
    const jailed = { ...info, jailedUntil: { seconds: 1_900_000_000n, nanos: 0 } }
    expect(toSigningInfo(jailed, read).jailedUntil).toBe('2030-03-17T17:46:40Z')
    expect(() => toSigningInfo({ ...info, missedBlocksCounter: -1n }, read)).toThrow('missed_blocks_counter')
  })
})

test('a vote may be split; its weights are decimals, not scaled', () => {
  const vote = { proposalId: 4n, voter: ALICE, metadata: '' }
  const options = [
    { option: VoteOption.VOTE_OPTION_YES, weight: '0.700000000000000000' },
    { option: VoteOption.VOTE_OPTION_NO_WITH_VETO, weight: '0.300000000000000000' },
  ]
  const split = toOpenVote({ ...vote, options }, read).options
  expect(split.map(({ option, weight }) => `${option} ${formatRatio(weight)}`)).toEqual([
    'yes 0.7',
    'no with veto 0.3',
  ])
  expect(() => toOpenVote({ ...vote, options: [{ option: 5 as VoteOption, weight: '1' }] }, read)).toThrow(
    'at options.0.option',
  )
})

test('a grant names the messages it allows where its type says so', () => {
  const grant = { granter: ALICE, grantee: VAL, expiration: undefined }
  const send = { typeUrl: '/cosmos.bank.v1beta1.SendAuthorization', value: Uint8Array.of(1, 2, 3) }
  expect(toGrant({ ...grant, authorization: send }, read)).toMatchObject({
    authorization: send.typeUrl,
    message: null,
    expiration: null,
  })
  const generic = { typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization', value: Uint8Array.of(255) }
  expect(() => toGrant({ ...grant, authorization: generic }, read)).toThrow('RESPONSE_INVALID')
  expect(() => toGrant({ ...grant, authorization: undefined }, read)).toThrow('RESPONSE_INVALID')
})

test('a denom is written by the unit that is its display', () => {
  const units = [
    { denom: 'uregen', exponent: 0, aliases: [] },
    { denom: 'mregen', exponent: 3, aliases: [] },
    { denom: 'regen', exponent: 6, aliases: [] },
  ]
  const metadata = {
    description: '',
    denomUnits: units,
    base: 'uregen',
    display: 'mregen',
    name: '',
    symbol: 'REGEN',
    uri: '',
    uriHash: '',
  }
  expect(toDenomMetadata(metadata, read).exponent).toBe(3)
  expect(toDenomMetadata({ ...metadata, display: 'other' }, read).exponent).toBe(null)
  const large = [{ denom: 'mregen', exponent: 25, aliases: [] }]
  expect(() => toDenomMetadata({ ...metadata, denomUnits: large }, read)).toThrow('at denom_units')
})

test('M012: what the chain has no notion of yet is said, not guessed', () => {
  const pool = { bonded: 80n as Uregen, notBonded: 5n as Uregen }
  expect(toSupplyState({ denom: 'uregen', amount: 220n }, pool)).toEqual({
    supply: 220n,
    staked: 80n,
    stabilityCommitted: 0n,
    m014Phase: 'INACTIVE',
  })
})

/** The bytes of bech32 text: 5 bits a character, without the checksum. */
function bech32Bytes(text: string): Uint8Array {
  const data = text.slice(text.lastIndexOf('1') + 1, -6)
  const bits = [...data]
    .map(letter => 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2))
}
