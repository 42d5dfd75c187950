import type { Network } from '../../network/index.ts'
import type { MechanismSource } from '../../network/inForce/mechanismSources.ts'
import type { Coin } from '../../primitives/coin.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { displayAmount, percent, percentText, poolsText, regen } from '../render/amounts.ts'
import { sourceName } from '../render/sourceName.ts'
import { type Page, table } from '../render/table.ts'
import { counted, daysOld, labelled, shorten } from '../render/text.ts'
import { rewardLines, validatorLines } from './renderPeople.ts'

/** The network on one screen: a section for each mechanism, in force and proposed apart. */
export function renderNetwork(network: Network, page: Page): readonly string[] {
  const { chainId, height, time, period, policyHash, m012, m013, m014, m015 } = network
  const heading = (name: string, { status, source }: { status: string; source: MechanismSource }) =>
    page.ink.bold(
      `${name}: ${status === 'in-force' ? `in force ${where(source)}` : 'proposed, not in force'}`,
    )
  return [
    ...labelled([
      ['Chain', `${sanitize(chainId)} at height ${height}, ${time}`],
      [
        'Period',
        `${period.from} to ${period.to}, blocks ${period.blocks.from} to ${period.blocks.to}${
          period.complete
            ? ''
            : '. The node has thrown earlier blocks of it away: what follows is a lower bound'
        }`,
      ],
      ['Policy', `${policyHash.slice(0, 16)}…`],
    ]),
    '',
    heading('M012, supply', m012),
    ...supplyLines(m012),
    '',
    heading('M013, fees', m013),
    ...feeLines(m013, page),
    '',
    heading('M014, validators', m014),
    ...validatorLines(m014, page),
    '',
    heading('M015, contribution', m015),
    ...rewardLines(m015, page),
  ]
}

const where = (source: MechanismSource): string =>
  source.kind === 'module'
    ? `(module, ${source.path})`
    : source.kind === 'contract'
      ? `(contract ${shorten(source.address)})`
      : ''

const coinsText = (coins: readonly Coin[]): string =>
  coins.map(({ denom, amount }) => displayAmount(amount, sanitize(denom), [])).join(', ') || 'nothing'

function supplyLines({
  supply,
  staked,
  communityPool,
  hardCap,
  capStatus,
  headroom,
  excess,
  next,
  periodsToCap,
  source,
  inForce,
}: Network['m012']): readonly string[] {
  const room = capStatus === 'above' ? `${regen(excess)} above it` : `${regen(headroom)} below it`
  return labelled([
    ['In force', `supply ${regen(supply)}, staked ${regen(staked)}`],
    ['Community pool', coinsText(communityPool)],
    ['Cap', `${regen(hardCap)}; the supply is ${capStatus === 'at' ? 'at it' : room}`],
    ['Next period', `would mint ${regen(next.minted)} and burn ${regen(next.burned)}`],
    ...(capStatus === 'above'
      ? [
          [
            'To the cap',
            periodsToCap === null ? 'never, as no burn lowers it' : `${periodsToCap} periods at that burn`,
          ] as const,
        ]
      : []),
    ...(inForce
      ? [
          [
            sourceName(source),
            `${inForce.phase}, period ${inForce.periods}; its own books say a supply of ${regen(inForce.supply)}`,
          ] as const,
        ]
      : []),
  ])
}

function feeLines({ config, live, trade, wouldPay, prices, source, inForce }: Network['m013'], page: Page) {
  const { marketplace } = live
  const today =
    marketplace === 'unknown'
      ? 'marketplace fees unknown: the node does not show its raw store'
      : `buyer ${percentText(sanitize(marketplace.buyer)) || 'none'}, seller ${percentText(sanitize(marketplace.seller)) || 'none'} of ask × quantity`
  const fee = (coin: Coin | null) => (coin === null ? 'none' : coinsText([coin]))
  const rates = Object.entries(config.feeRates).map(([type, rate]) => `${type} ${percent(rate)}`)
  return [
    ...labelled([
      ['Today', `${today}; class fee ${fee(live.classFee)}, basket fee ${fee(live.basketFee)}`],
      ['M013 rates', `${rates.join(', ')}; at least ${regen(config.minFee)}`],
      ...(inForce
        ? [
            [
              source.kind === 'contract' ? 'Claimed' : 'Pools hold',
              `${poolNames(inForce.claimed)}${source.kind === 'contract' ? ' (counted by the contract; it moves no coins)' : ''}`,
            ] as const,
          ]
        : []),
    ]),
    table(
      ['what the period would pay', { name: 'charged', align: 'right' }, { name: 'fee', align: 'right' }],
      wouldPay.totals.map(({ txType, denom, charges, fee }) => [
        txType,
        `${charges}`,
        displayAmount(fee, sanitize(denom), []),
      ]),
      page,
    ),
    ...labelled([
      ['Pools', poolsText(wouldPay.pools, coinsText)],
      ...(wouldPay.unvalued > 0
        ? [
            [
              'Not valued',
              `${wouldPay.unvalued} acts without a price or a rate: the fees are at least this`,
            ] as const,
          ]
        : []),
    ]),
    table(
      ['class', { name: 'bought', align: 'right' }, { name: 'price of a credit', align: 'right' }, 'from'],
      prices.map(({ classId, price }) => [
        sanitize(classId),
        timesText(trade.find(row => row.classId === classId)?.purchases ?? 0),
        price ? displayAmount(mulFloor(1n, price.price), sanitize(price.denom), []) : 'none',
        price ? `${price.source}, ${counted(price.samples, 'sample')}, ${ageText(price)}` : '',
      ]),
      page,
    ),
  ]
}

const ageText = ({ age, stale }: { age: bigint | null; stale: boolean }): string =>
  `${daysOld(age)}${stale ? ', stale' : ''}`

const timesText = (times: number): string => (times === 1 ? 'once' : `${times} times`)

const poolNames = (pools: { readonly [pool: string]: Uregen }): string =>
  Object.entries(pools)
    .map(([pool, amount]) => `${pool} ${regen(amount)}`)
    .join(', ')
