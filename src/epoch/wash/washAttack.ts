import type { Route } from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { formatAddress } from '../../primitives/address.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ChargedTransaction, Credited } from '../inputs/epochInputs.ts'

/** A wash trade to carry out: a volume along a route, in equal parts by so many addresses of one hand. */
export type WashAttack = {
  readonly route: Route
  readonly volume: Uregen
  /** Default: 1, or 2 where two buy from each other. */
  readonly traders?: number
  /** How often each of them goes along the route, in equal parts and a transaction each time; default 1. */
  readonly rounds?: number
}

/** The n-th address of the attacker. Its bytes come first of all: what is left after the floors goes to it in a tie. */
const own = (n: number): string => {
  const bytes = new Uint8Array(20)
  new DataView(bytes.buffer).setUint32(16, n)
  return formatAddress(bytes)
}

/** As many traders as there must be, two by two where they buy from each other. */
export function tradersOf({ route: { pairs }, traders = 1 }: WashAttack): number {
  requireCount('traders', traders)
  return pairs ? traders + (traders % 2) : traders
}

/** Traders and rounds are listed one by one. */
const MOST = 1_000_000

function requireCount(what: string, count: number): number {
  if (Number.isInteger(count) && count >= 1 && count <= MOST) return count
  throw new RegenError(INPUT_INVALID, {
    what: 'wash trade',
    issues: `✖ expected a whole number from 1 to ${MOST}, not ${count} at ${what}`,
  })
}

/**
 * Whose rewards the attacker collects: those of its traders, of its platform, and of whom it buys from.
 *
 * @example
 * attackersOf(attack).length // 4
 */
export const attackersOf = (attack: WashAttack): readonly string[] => {
  const traders = tradersOf(attack)
  return Array.from({ length: traders + 2 }, (_, index) => own(index))
}

/** A transaction for each round; none of them is another’s. */
const hashOf = (round: number): string => 'f'.repeat(48) + round.toString(16).padStart(16, '0')

/**
 * A wash trade as the charged messages of one transaction, or of one each round: put them to the `transactions` of a period, and `runEpoch`
 * shows what it earns. In a round each trader sends one message for each leg of the route, of its part of the volume.
 *
 * @throws INPUT_INVALID for a number of traders or rounds that is not whole, or not from 1 to 1,000,000
 *
 * @example
 * washAttack(attack, 1_800_000_000n).map(({ txType, value }) => `${txType} ${formatRatio(value)}`) // [ 'MarketplaceTrade 500000000', 'MarketplaceTrade 500000000' ]
 */
export function washAttack(attack: WashAttack, time: bigint): readonly ChargedTransaction[] {
  const length = requireCount('rounds', attack.rounds ?? 1)
  return Array.from({ length }, (_, round) => roundOf(attack, time, round)).flat()
}

/** The messages of one round; those of another are the same, but for their transaction. */
export function roundOf(attack: WashAttack, time: bigint, round = 0): readonly ChargedTransaction[] {
  const { route, volume, rounds = 1 } = attack
  requireCount('rounds', rounds)
  const traders = tradersOf(attack)
  const value = ratio(volume, BigInt(traders) * BigInt(rounds))
  const scored = route.legs.indexOf(route.scoresAs === 'retirement' ? 'CreditRetirement' : 'MarketplaceTrade')
  return Array.from({ length: traders }, (_, trader) =>
    route.legs.map(
      (txType, leg): ChargedTransaction => ({
        txHash: hashOf(round),
        messageIndex: trader * route.legs.length + leg,
        part: 0,
        time,
        height: 0n,
        payer: own(trader),
        txType,
        denom: 'uregen',
        value,
        credited: leg === scored ? creditedAs(route, { trader, traders }) : null,
      }),
    ),
  ).flat()
}

function creditedAs(
  { scoresAs, platform, pairs }: Route,
  { trader, traders }: { trader: number; traders: number },
): Credited {
  const facilitator =
    platform === 'none'
      ? null
      : {
          address: own(platform === 'own address' ? trader : traders),
          inMemo: true,
          registered: true,
        }
  if (scoresAs === 'retirement') return { kind: 'retirement', facilitator }
  const seller = own(pairs ? trader + 1 - 2 * (trader % 2) : traders + 1)
  return { kind: 'purchase', seller, autoRetired: scoresAs === 'auto-retired purchase', facilitator }
}
