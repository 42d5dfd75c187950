import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { ONE, overOneDenominator, type Ratio } from '../../../primitives/ratio.ts'
import { sanitize } from '../../../primitives/sanitize.ts'

/** What one account gave to one project, in smallest units of the round's denom. */
export type Contribution = {
  readonly contributor: string
  readonly project: string
  readonly amount: bigint
}

/** What is known of the people behind the accounts. Nothing here is guessed: what is not given has no effect. */
export type Identities = {
  /** account → identity; an account that is not named is an identity of its own. */
  readonly identities?: { readonly [account: string]: string } | undefined
  /** identity → weight of 0 to 1, such as the share that a passport score stands for; 1 where none is given. */
  readonly weights?: { readonly [identity: string]: Ratio } | undefined
  /** identity → the groups it belongs to; for the cluster match. */
  readonly groups?: { readonly [identity: string]: readonly string[] } | undefined
}

/** What one identity gave to one project, times its weight, in units of 1/unit. */
export type Gift = { readonly identity: string; readonly amount: bigint }

/** What is counted of one project. */
export type ProjectGifts = {
  /** One for each identity, weighted. */
  readonly gifts: readonly Gift[]
  /** The same without weights. */
  readonly sums: readonly bigint[]
  /** What each account gave, to tell what summing over an identity changes. */
  readonly accounts: readonly bigint[]
}

export type Gathered = {
  /** Every project of the round, in the order given. */
  readonly projects: ReadonlyMap<string, ProjectGifts>
  /** What a gift's amount is counted in: 1/unit of a smallest unit, so that weighted gifts are whole. */
  readonly unit: bigint
}

/**
 * Sums what each identity gave to each project, then weighs it.
 *
 *     c_ip = w_i × Σ over the accounts of i of what they gave to p
 *
 * Summed first, so that an identity with many accounts is one giver. A contribution below the minimum is not counted, nor one of 0.
 */
export function gatherContributions(
  contributions: Iterable<Contribution>,
  projects: readonly string[],
  { identities = {}, weights = {} }: Identities,
  minimum: bigint,
): Gathered {
  const unit = overOneDenominator(Object.values(weights)).den
  const byProject = new Map(
    projects.map(project => [
      project,
      { sums: new Map<string, bigint>(), accounts: new Map<string, bigint>() },
    ]),
  )
  for (const { contributor, project, amount } of contributions) {
    const found = byProject.get(project)
    if (found === undefined)
      throw new RegenError(ROUND_INVALID, {
        reason: `"${sanitize(project)}" gets a contribution and is no project of it`,
      })
    if (amount < minimum || amount === 0n) continue
    const identity = own(identities, contributor) ?? contributor
    found.sums.set(identity, (found.sums.get(identity) ?? 0n) + amount)
    found.accounts.set(contributor, (found.accounts.get(contributor) ?? 0n) + amount)
  }
  const weigh = (identity: string, amount: bigint): bigint => {
    const { num, den } = own(weights, identity) ?? ONE
    return (amount * num * unit) / den
  }
  return {
    unit,
    projects: new Map(
      [...byProject].map(([project, { sums, accounts }]) => [
        project,
        {
          gifts: [...sums]
            .map(([identity, amount]) => ({ identity, amount: weigh(identity, amount) }))
            .filter(({ amount }) => amount > 0n),
          sums: [...sums.values()],
          accounts: [...accounts.values()],
        },
      ]),
    ),
  }
}

/** A field of a record that came from outside: never one of every object's own. */
const own = <T>(record: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
