import { expect, test } from 'vitest'
import type { AbciEvent } from '../../../src/node/events/abciEvent.ts'
import { parseCoins } from '../../../src/node/events/bankEvents.ts'
import { decodeEvents } from '../../../src/node/events/decodeEvents.ts'
import { decodeGasFee } from '../../../src/node/events/gasFee.ts'
import { recordedTx, recordedTxs } from '../../support/recordings.ts'

const eventsOf = (name: string): readonly AbciEvent[] => recordedTx(name).tx?.tx_result.events ?? []

const movementsOf = (events: readonly AbciEvent[]) =>
  decodeEvents(events).movements.map(
    ({ from, to, coins, msgIndex }) =>
      `${msgIndex}: ${from?.slice(-6) ?? 'nobody'} → ${to?.slice(-6) ?? 'nobody'} ${coins.map(({ denom, amount }) => `${amount} ${denom}`).join(' + ') || 'nothing'}`,
  )

test('a purchase: gas first, then the fee pool, its burn, and the seller, in the order of the chain', () => {
  expect(movementsOf(eventsOf('buy 1 at 33: pays one unit less than it must hold'))).toEqual([
    'null: 9aa2qg → 0mguae 20000 uregen',
    '0: 9aa2qg → mj2kk6 4 uregen',
    '0: mj2kk6 → nobody 4 uregen',
    '0: 9aa2qg → qhl60x 31 uregen',
  ])
})

test('basket tokens are minted out of nowhere and sent on', () => {
  expect(movementsOf(eventsOf('basket put')).slice(1)).toEqual([
    '0: nobody → dae9dh 100123456 eco.uC.NCT',
    '0: dae9dh → vkmsqd 100123456 eco.uC.NCT',
  ])
})

test('a movement of nothing is a movement, of no coins', () => {
  expect(movementsOf(eventsOf('buy 0.000001 at 33 uregen: pays 0')).slice(1)).toEqual([
    '0: vkmsqd → qhl60x nothing',
  ])
})

test('several coins in one amount stay together, in their order', () => {
  const event = {
    type: 'transfer',
    attributes: [
      { key: 'recipient', value: 'regen1b' },
      { key: 'sender', value: 'regen1a' },
      { key: 'amount', value: '5eco.uC.NCT,12ibc/334740,7uregen' },
      { key: 'msg_index', value: '3' },
    ],
  }
  expect(movementsOf([event])).toEqual(['3: egen1a → egen1b 5 eco.uC.NCT + 12 ibc/334740 + 7 uregen'])
})

test.each(['5', 'uregen', '5 uregen', '5uregen,', '-5uregen', '5uregen;3uusdc', '5u'])(
  '"%s" is no list of coins',
  text => {
    expect(parseCoins(text)).toBeNull()
  },
)

test('an event of the bank without its accounts or amount is an oddity', () => {
  const attributes = [
    { key: 'recipient', value: 'regen1b' },
    { key: 'amount', value: '5uregen' },
  ]
  expect(decodeEvents([{ type: 'transfer', attributes }])).toMatchObject({
    movements: [],
    oddities: [{ type: 'transfer', kind: 'malformed', problem: 'sender is missing' }],
  })
  expect(
    decodeEvents([{ type: 'burn', attributes: [{ key: 'burner', value: 'regen1b' }] }]).oddities,
  ).toHaveLength(1)
})

test('what the bank says of accounts adds up to what it says of movements, in every recorded transaction but delegations', () => {
  const different = recordedTxs().filter(({ tx }) => {
    const { movements, changes } = decodeEvents(tx?.tx_result.events ?? [])
    const sums = new Map<string, bigint>()
    const add = (account: string | null, denom: string, amount: bigint) => {
      if (account !== null) sums.set(`${account} ${denom}`, (sums.get(`${account} ${denom}`) ?? 0n) + amount)
    }
    for (const { account, sign, coins } of changes)
      for (const { denom, amount } of coins) add(account, denom, sign * amount)
    for (const { from, to, coins } of movements)
      for (const { denom, amount } of coins) {
        add(from, denom, amount)
        add(to, denom, -amount)
      }
    return [...sums.values()].some(sum => sum !== 0n)
  })
  expect(different.map(({ name }) => name)).toEqual([
    'create validator-b',
    'create validator-c',
    'create validator-d',
  ])
})

test('the gas fee names its payer; a transaction that never reached a block paid none', () => {
  expect(decodeGasFee(eventsOf('out of gas in the block (fails)'))).toMatchObject({
    payer: 'regen1fxj7k9463sq5fqm9fz4x83pkvwa55pmxw6p7pz',
    coins: [{ denom: 'uregen', amount: 20_000n }],
  })
  expect(decodeGasFee([])).toBeNull()
  const free = [
    { key: 'fee', value: '' },
    { key: 'fee_payer', value: 'regen1a' },
  ]
  expect(decodeGasFee([{ type: 'tx', attributes: free }])).toEqual({
    payer: 'regen1a',
    coins: [],
    position: 0,
  })
})
