import { msgCreateBatch } from '../../../src/messages/ecocredit/msgCreateBatch.ts'
import { CREDIT, formatCredits } from '../../../src/primitives/credits.ts'
import { anyPlace, anyReason, type Draw } from './action.ts'

/** Issues a batch to one, two or all people, with tradable credits, retired ones, or both. */
export const createBatch: Draw = (world, random, issuer) => {
  if (!world.issuers.includes(issuer)) return null
  const year = 2005 + random.below(18)
  const last = year + random.below(4)
  return msgCreateBatch({
    issuer,
    projectId: world.projectId,
    issuance: random.pickSome(world.people, 1 + random.below(world.people.length)).map(recipient => {
      const isRetired = random.chance(30)
      return {
        recipient,
        tradableAmount:
          isRetired && random.chance(50) ? '0' : formatCredits(random.creditsUpTo(5_000n * CREDIT)),
        ...(isRetired && {
          retiredAmount: formatCredits(random.creditsUpTo(50n * CREDIT)),
          retirementJurisdiction: anyPlace(random),
          retirementReason: anyReason(random),
        }),
      }
    }),
    metadata: `regen:live-${random.below(1_000_000)}`,
    startDate: `${year}-01-01T00:00:00Z`,
    endDate: random.chance(20) ? `${last}-12-31T23:59:59.5Z` : `${last}-12-31T00:00:00Z`,
    open: random.chance(50),
  })
}
