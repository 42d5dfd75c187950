import type { Change } from './change.ts'

const NETWORK_READ = 'network/readNetwork.test.ts'
const INPUTS = 'network/readEpochInputs.test.ts'
const VIEWS = 'network/views.test.ts'
const BLOCKS = 'network/periodBlocks.test.ts'
const WITHOUT = 'on a chain without the mechanisms'
const CONTRACTS =
  'on a chain with the mechanisms as contracts all four are in force, and a contract’s numbers stand beside ours'
const TAKEN =
  'what the chain itself took in a period has its first second and not its last one, fee by fee and denom by denom'
const BURNED =
  'what the chain itself took in a period what was burned stands with the module that did it, and only uregen is burned of the supply'
const FUND = 'validators a stated fund of 0 is a fund of 0, and not the fees'
const UPTIME =
  'validators an uptime of just 99.5 % is enough; one that was not measured is neither enough nor too low'

/** A chain as M012 to M015 see it: what is in force, what only would be, and what is not known. */
export const NETWORK: readonly Change[] = [
  {
    what: 'what is proposed is said to be in force',
    file: 'network/views/feeView.ts',
    from: "source.kind === 'policy' ? 'proposed' : 'in-force'",
    to: "source.kind === 'policy' ? 'in-force' : 'in-force'",
    test: NETWORK_READ,
    title: `${WITHOUT} everything of theirs is proposed, and comes from the policy`,
  },
  {
    what: 'a number of the policy is said to be of a source on chain',
    file: 'network/inForce/sourcesAt.ts',
    from: "source.kind === 'policy'\n    ? { kind: 'policy', from: ['the policy'] }",
    to: "source.kind === 'policy'\n    ? { kind: 'source', from: ['the policy'] }",
    test: 'network/numberSources.test.ts',
    title: 'where a source says a number, it is named: the contract, the module’s path, or the policy',
  },
  {
    what: 'the contracts of one chain are asked for on another',
    file: 'network/readNetwork.ts',
    from: 'options.contracts?.[chainId]',
    to: 'Object.values(options.contracts ?? {})[0]',
    test: NETWORK_READ,
    title: 'on a chain with the mechanisms as contracts a list for another chain finds nothing here',
  },
  {
    what: 'a payment in a denom without a rate is worth 0',
    file: 'network/period/chargedTransactions.ts',
    from: 'value: known ? paid : null',
    to: 'value: known ? paid : ZERO',
    test: NETWORK_READ,
    title: `${WITHOUT} what was paid in a denom without a rate is counted as not valued, never as zero`,
  },
  {
    what: 'what is owed by a tier that does not tell is what the policy computes',
    file: 'network/views/rewardView.ts',
    from: "inForce === null ? record.stability : 'unknown'",
    to: 'inForce === null ? record.stability : record.stability',
    test: NETWORK_READ,
    title: CONTRACTS,
  },
  {
    what: 'what is committed and not told is 0',
    file: 'network/views/stabilityTierView.ts',
    from: 'inForce === null ? (0n as Uregen) : inForce.committed',
    to: 'inForce === null ? (0n as Uregen) : (0n as Uregen)',
    test: NETWORK_READ,
    title: CONTRACTS,
  },
  {
    what: 'the supply of the contract takes the place of the bank’s',
    file: 'network/views/supplyView.ts',
    from: 'const { supply, staked } = state',
    to: 'const { supply, staked } = { ...state, ...(inForce && { supply: inForce.supply }) }',
    test: NETWORK_READ,
    title: CONTRACTS,
  },
  {
    what: 'a block of the moment at which a period begins is in it',
    file: 'network/period/periodBlocks.ts',
    from: 'if (time > wanted) after',
    to: 'if (time >= wanted) after',
    test: BLOCKS,
    title: 'the blocks of a period do not have a block of the very moment at which it begins',
  },
  {
    what: 'a period whose first blocks are gone is complete',
    file: 'network/period/periodBlocks.ts',
    from: 'complete: first === 1n',
    to: 'complete: first >= 1n',
    test: BLOCKS,
    title: 'the blocks of a period are not complete where the node has thrown the first of them away',
  },
  {
    what: 'acts of the period before count',
    file: 'network/period/toEpochInputs.ts',
    from: 'history.activity.filter(({ time }) => time >= from && time < to)',
    to: 'history.activity.filter(({ time }) => from > 0n && time < to)',
    test: 'network/oneAnswer.test.ts',
    title:
      'the view of a chain = the period, for fees, pools, scores and rewards, under every combination of knobs',
  },
  {
    what: 'the last second of a period is in two of them',
    file: 'network/inForce/paidInForce.ts',
    from: 'item.time >= from && item.time < to',
    to: 'item.time >= from && item.time <= to',
    test: VIEWS,
    title: TAKEN,
  },
  {
    what: 'the fees of sellers are those of buyers',
    file: 'network/inForce/paidInForce.ts',
    from: 'bought.map(({ denom, sellerFee }) => ({ denom, amount: sellerFee }))',
    to: 'bought.map(({ denom, buyerFee }) => ({ denom, amount: buyerFee }))',
    test: VIEWS,
    title: TAKEN,
  },
  {
    what: 'every denom that is burned is uregen',
    file: 'network/inForce/paidInForce.ts',
    from: "sum + amountOf(coins, 'uregen'), 0n",
    to: 'coins.reduce((all, { amount }) => all + amount, sum), 0n',
    test: VIEWS,
    title: BURNED,
  },
  {
    what: 'a replay burns what the supply has lost already',
    file: 'network/period/readEpochState.ts',
    from: 'supply: supply.supply + burned,',
    to: 'supply: burned < 0n ? burned : supply.supply,',
    test: INPUTS,
    title:
      'a week of the recorded chain what the chain itself burned is told by module, and is the burn beside M013 of the period',
  },
  {
    what: 'payments of a class are summed over denoms',
    file: 'network/views/feeView.ts',
    from: '[...before.payments, { denom, amount: payment.atLeast }]',
    to: "[...before.payments, { denom: denom && 'uregen', amount: payment.atLeast }]",
    test: VIEWS,
    title: 'trade by class: purchases, credits and payments, each denom apart',
  },
  {
    what: 'the policy’s cap counts before the chain’s',
    file: 'network/views/supplyView.ts',
    from: 'inForce?.hardCap ?? m012.hardCap',
    to: 'm012.hardCap ?? inForce?.hardCap',
    test: VIEWS,
    title: 'the supply the cap of the chain counts where it has one',
  },
  {
    what: 'an uptime of just the minimum is too low',
    file: 'network/views/validatorView.ts',
    from: 'compareRatios(uptime, m014.minUptime) < 0 : null',
    to: 'compareRatios(uptime, m014.minUptime) <= 0 : null',
    test: VIEWS,
    title: UPTIME,
  },
  {
    what: 'an uptime that was not measured is enough',
    file: 'network/views/validatorView.ts',
    from: 'compareRatios(uptime, m014.minUptime) < 0 : null',
    to: 'compareRatios(uptime, m014.minUptime) < 0 : false',
    test: VIEWS,
    title: UPTIME,
  },
  {
    what: 'a stated fund of 0 is none',
    file: 'network/views/validatorView.ts',
    from: 'const fund = stated ?? fees',
    to: 'const fund = stated || fees',
    test: VIEWS,
    title: FUND,
  },
  {
    what: 'a platform that no governance has registered is registered',
    file: 'network/period/facilitator.ts',
    from: 'registered: platforms.has(address)',
    to: 'registered: platforms.size > 0',
    test: INPUTS,
    title: 'who facilitated order 7; facilitator=regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd, thanks',
  },
]
