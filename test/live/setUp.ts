import {
  type Regen,
  readBasketFee,
  readBaskets,
  readClassFee,
  readCoinAmount,
  readCreditTypes,
} from '../../src/client.ts'
import { msgCreate } from '../../src/messages/basket/msgCreate.ts'
import { bankSend } from '../../src/messages/cosmos/bankSend.ts'
import { msgCreateClass } from '../../src/messages/ecocredit/msgCreateClass.ts'
import { msgCreateProject } from '../../src/messages/ecocredit/msgCreateProject.ts'
import type { Message } from '../../src/messages/message.ts'
import type { Coin } from '../../src/primitives/coin.ts'
import type { Action } from './actions/action.ts'
import { put } from './actions/baskets.ts'
import { createBatch } from './actions/issue.ts'
import { sell } from './actions/orders.ts'
import type { Random } from './random.ts'
import { answerOf, type SentAction } from './send.ts'
import { type Own, readWorld } from './world.ts'

/** What everybody has at least when a run begins: 100 REGEN. */
const PURSE = 100_000_000n

const wire = (coin: Coin | null) => coin && { denom: coin.denom, amount: coin.amount.toString() }

/**
 * Makes what a run works with, through the chain's own messages: money for everybody, a class, a project, three batches,
 * a basket, sell orders of everybody, and credits in the basket. The first of the people pays.
 */
export async function setUp(
  regen: Regen,
  people: readonly string[],
  random: Random,
  send: (action: Action) => Promise<SentAction>,
): Promise<Own> {
  const [first = '', ...others] = people
  const make = (name: string, signer: string, message: Message) =>
    send({ name: `set up: ${name}`, signer, messages: [message] })

  const ledger = await regen.ledger()
  for (const person of others)
    if ((await readCoinAmount(ledger, person, 'uregen')) < PURSE) {
      const amount = [{ denom: 'uregen', amount: PURSE.toString() }]
      await make('give money', first, bankSend({ fromAddress: first, toAddress: person, amount }))
    }

  const [types, classFee, basketFee, baskets] = await Promise.all([
    readCreditTypes(ledger),
    readClassFee(ledger),
    readBasketFee(ledger),
    readBaskets(ledger),
  ])
  const creditTypeAbbrev =
    types.find(({ abbreviation }) => abbreviation === 'C')?.abbreviation ?? types[0]?.abbreviation
  if (creditTypeAbbrev === undefined) throw new Error('the chain has no credit type')
  const { classId } = answerOf<{ classId: string }>(
    await make(
      'create class',
      first,
      msgCreateClass({
        admin: first,
        issuers: people.slice(0, 2),
        metadata: 'regen:live-class',
        creditTypeAbbrev,
        fee: wire(classFee),
      }),
    ),
  )
  const { projectId } = answerOf<{ projectId: string }>(
    await make(
      'create project',
      first,
      msgCreateProject({ admin: first, classId, metadata: 'regen:live-project', jurisdiction: 'US-WA' }),
    ),
  )
  const { basketDenom } = answerOf<{ basketDenom: string }>(
    await make(
      'create basket',
      first,
      msgCreate({
        curator: first,
        name: unusedName(
          baskets.map(({ name }) => name),
          random,
        ),
        description: 'a basket of a live run',
        exponent: 0,
        disableAutoRetire: true,
        creditTypeAbbrev,
        allowedClasses: [classId],
        fee: [wire(basketFee)].flatMap(fee => fee ?? []),
      }),
    ),
  )

  const own = { classId, projectId, basketDenom }
  for (let count = 0; count < 3; count++) {
    const world = await readWorld(regen, own, people)
    const batch = createBatch(world, random, first)
    if (batch) await make('create batch', first, withPlenty(batch, people))
  }
  for (const person of people)
    for (const [name, draw] of [
      ['sell', sell],
      ['put', put],
    ] as const) {
      const message = draw(await readWorld(regen, own, people), random, person)
      if (message) await make(name, person, message)
    }
  return own
}

/** The same batch with 10,000 tradable credits for everybody. */
function withPlenty({ typeUrl, value }: Message, people: readonly string[]): Message {
  const issuance = people.map(recipient => ({
    recipient,
    tradableAmount: '10000',
    retiredAmount: '',
    retirementJurisdiction: '',
    retirementReason: '',
  }))
  return { typeUrl, value: { ...(value as object), issuance } }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A name of eight capital letters that no basket has. */
function unusedName(used: readonly string[], random: Random): string {
  for (;;) {
    const name = Array.from({ length: 8 }, () => LETTERS[random.below(26)]).join('')
    if (!used.includes(name)) return name
  }
}
