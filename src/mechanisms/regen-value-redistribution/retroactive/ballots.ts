import { RegenError } from '../../../primitives/errors.ts'
import { BALLOT_REFUSED, ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { sanitize } from '../../../primitives/sanitize.ts'

/** One voter's amounts, by project. A project that is not named is an abstention, which is not a vote of 0. */
export type Ballot = { readonly voter: string; readonly votes: { readonly [project: string]: bigint } }

/**
 * Every project's votes, in the order of the projects. A second ballot of a voter, and a project that the round does not have, are refused.
 *
 * @example
 * const ada = { voter: 'ada', votes: { soil: 5n, forest: 2n } }
 * votesByProject([ada, { voter: 'ben', votes: { soil: 3n } }], ['soil', 'forest']) // Map(2) { 'soil' => [ 5n, 3n ], 'forest' => [ 2n ] }
 */
export function votesByProject(
  ballots: Iterable<Ballot>,
  projects: readonly string[],
): ReadonlyMap<string, readonly bigint[]> {
  const votes = new Map(projects.map((project): [string, bigint[]] => [project, []]))
  const voters = new Set<string>()
  for (const { voter, votes: amounts } of ballots) {
    if (voters.has(voter))
      throw new RegenError(BALLOT_REFUSED, {
        voter,
        rule: 'one-ballot',
        reason: 'there is another one of this voter',
      })
    voters.add(voter)
    for (const [project, amount] of Object.entries(amounts)) {
      const found = votes.get(project)
      if (found === undefined)
        throw new RegenError(ROUND_INVALID, {
          reason: `"${sanitize(project)}" gets a vote and is no project of it`,
        })
      found.push(amount)
    }
  }
  return votes
}
