import { type Regen, readCoinAmount, readFeeParams } from '../../src/client.ts'
import { msgSell } from '../../src/messages/marketplace/msgSell.ts'
import { fillOrders } from '../../src/orders/index.ts'
import { formatCredits } from '../../src/primitives/credits.ts'
import type { Random } from './random.ts'
import type { Send } from './send.ts'
import { holdingsOf, type Own, readWorld } from './world.ts'

/** A fill that was bought: what it said it would cost, and what left the account beside the gas fee. */
export type FillOutcome = {
  readonly name: string
  readonly cost: bigint
  readonly debited: bigint
  readonly orders: number
}

/** Buys as fillOrders says, again and again, by quantity and by budget, from a book of odd prices and sizes that the other people make. */
export async function liveFills(
  regen: Regen,
  people: readonly string[],
  own: Own,
  random: Random,
  { count, send, say }: { readonly count: number; readonly send: Send; readonly say: (text: string) => void },
): Promise<readonly FillOutcome[]> {
  const [seller = '', buyer = ''] = people
  const outcomes: FillOutcome[] = []
  const fees = await readFeeParams(await regen.ledger())
  say(`fills under the fees ${JSON.stringify(fees)}`)
  for (let turn = 0; outcomes.length < count && turn < 3 * count; turn++) {
    if (turn % 8 === 0) await restock(regen, people, own, random, seller, send)
    const book = await regen.snapshot('everything', { accounts: [buyer] })
    const isBudget = random.chance(50)
    const fill = fillOrders({
      book,
      buyer,
      classId: own.classId,
      denoms: ['uregen'],
      ...(isBudget
        ? { budget: { denom: 'uregen', amount: random.upTo(500_000n) } }
        : { quantity: random.creditsUpTo(3_000_000n) }),
      ...(random.chance(50) && { retire: 'US-WA' }),
    })
    const [message] = fill.messages
    if (message === undefined) continue
    const gasLimit = 200_000n + 100_000n * BigInt(fill.purchases.length)
    const { height, reconciliation } = await send(
      { name: 'fill', signer: buyer, messages: fill.messages },
      random.chance(50) ? 'direct' : 'amino',
      { gasLimit, gasPrice: '0.025uregen' },
    )
    if (reconciliation.status === 'failed') throw new Error(`a fill failed at height ${height}`)
    const held = async (at: bigint) => readCoinAmount(await regen.ledger(at), buyer, 'uregen')
    const debited = (await held(height - 1n)) - (await held(height)) - gasLimit / 40n
    const [cost] = fill.cost
    outcomes.push({
      name: `${formatCredits(fill.credits)} credits by ${isBudget ? 'budget' : 'quantity'}`,
      cost: cost?.amount ?? 0n,
      debited,
      orders: fill.purchases.length,
    })
    const last = outcomes.at(-1)
    say(
      `${last?.name}: ${last?.orders} orders, cost ${last?.cost}, debited ${last?.debited} uregen, height ${height}`,
    )
  }
  return outcomes
}

/** Eight more orders at prices and of sizes at which truncation shows. */
async function restock(
  regen: Regen,
  people: readonly string[],
  own: Own,
  random: Random,
  seller: string,
  send: Send,
): Promise<void> {
  const world = await readWorld(regen, own, people)
  const [held] = holdingsOf(world, seller)
  if (held === undefined) throw new Error('the seller has nothing left')
  const orders = Array.from({ length: 8 }, () => ({
    batchDenom: held.batchDenom,
    quantity: formatCredits(random.creditsUpTo(2_000_000n)),
    askPrice: { denom: 'uregen', amount: `${random.upTo(400_000n)}` },
    disableAutoRetire: random.chance(70),
  }))
  await send({ name: 'restock', signer: seller, messages: [msgSell({ seller, orders })] }, 'direct')
}
