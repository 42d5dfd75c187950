import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { performanceScore } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import { isServing } from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import type { ValidatorSet } from './validatorSet.ts'

/**
 * Who is paid for a period: everybody who served in it, for as long as it did. By the scores of this period; a validator that
 * nobody measured in it has none, and one that left early earns no bonus.
 */
export function paidBy({ validators, performance, served, left }: ValidatorSet, params: ValidatorParams) {
  const scores = new Map(performance.map(({ address, score }) => [address, score]))
  const unmeasured = performanceScore({}, params).score
  return validators.flatMap(({ address, status }) => {
    const time = served.get(address)
    if (time === undefined) return []
    return [
      {
        address,
        // Whoever no longer serves gets nothing of what probation holds back.
        status: isServing({ status }) ? status : ('PROBATION' as const),
        score: left.has(address) ? null : (scores.get(address) ?? unmeasured),
        ...time,
      },
    ]
  })
}
