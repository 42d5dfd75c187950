/** What the public documents and reference code compute, written anew, in floating point where they do: to show where the numbers differ. */

const CAP = 221e12

type Supply = {
  readonly supply: number
  readonly staked?: number
  readonly burned?: number
  readonly cap?: number
  readonly baseRate?: number
  readonly eco?: number
}

/** One period of m012_supply.js: a product of doubles, floored; the supply forced into [0, cap] afterwards. */
export function publishedPeriod({
  supply,
  staked = 0,
  burned = 0,
  cap = CAP,
  baseRate = 0.02,
  eco = 1,
}: Supply) {
  const multiplier = 1 + staked / supply
  const rate = baseRate * multiplier * eco
  const minted = Math.floor(rate * Math.max(cap - supply, 0))
  const next = Math.min(Math.max(supply + minted - burned, 0), cap)
  return { minted, burned, rate, multiplier, next }
}

/** The same period in contract specification 3.1: what is above the cap afterwards is taken from the mint of the record. */
export function publishedKeeperPeriod(of: { supply: bigint; minted: bigint; burned: bigint; cap: bigint }) {
  const after = of.supply + of.minted - of.burned
  const excess = after > of.cap ? after - of.cap : 0n
  return { minted: of.minted - excess, recorded: after - excess }
}

/** m013_fee.js: floors of doubles; the validators get what is left. */
export function publishedSplit(fee: number, shares: { burn: number; community: number; agent: number }) {
  const [burn, community, agent] = [shares.burn, shares.community, shares.agent].map(share =>
    Math.floor(fee * share),
  ) as [number, number, number]
  return { burn, community, agent, validator: fee - burn - community - agent }
}

/** m014_kpi.js: the base for each validator, rounded to two decimals; in hundredths. */
export const publishedBase = (fund: number, validators: number): bigint =>
  BigInt(Math.round(Number(((fund * 0.9) / validators).toFixed(2)) * 100))

/** Contract specification 3.1: a proposal’s credit from two counters of 32 bits without a sign. */
export const publishedProposalCredit = (passed: number, quorum: number): number =>
  passed + 0.5 * ((quorum - passed) >>> 0)
