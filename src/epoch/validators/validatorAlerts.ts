import { isReached, quarterOf } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import type { PerformanceRecord } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import type { Composition } from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import { decisionDue } from '../../mechanisms/m014-authority-validator-governance/validatorSet/lifecycle.ts'
import type { AuthorityValidator } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { M014State } from '../../primitives/m014States.ts'
import type { EpochAlert } from '../report/alerts.ts'
import type { ValidatorSet } from './validatorSet.ts'

/** What governance should look at after a step of the validators: too few of them, poor performance, dates that are reached. */
export function validatorAlerts(
  { validators, performance }: Pick<ValidatorSet, 'validators' | 'performance'>,
  { escalation }: Composition,
  { start, end, m014, params }: { start: string; end: string; m014: M014State; params: ValidatorParams },
): readonly EpochAlert[] {
  const alerts: EpochAlert[] = []
  const running = m014 !== 'INACTIVE'
  if (running && escalation !== null) alerts.push({ code: 'P0_ESCALATION', reasons: escalation.reasons })
  alerts.push(...performanceAlerts(performance, params))
  if (running && quarterOf(start) !== quarterOf(end))
    alerts.push({ code: 'COMPENSATION_REVIEW_DUE', quarter: quarterOf(start) })
  const { targetDate } = params
  if (targetDate !== null && m014 !== 'ACTIVE' && m014 !== 'EQUILIBRIUM' && isReached(targetDate, end))
    alerts.push({ code: 'TARGET_DATE_PASSED', targetDate, m014 })
  for (const validator of validators)
    if (mayEndBy(validator, end))
      for (const decision of decisionDue(validator, end, params))
        alerts.push({ code: 'DECISION_DUE', address: validator.address, decision })
  return alerts
}

/** What AGENT-004 reports: who is below `min_uptime`, and what was measured under a name that nothing weighs. */
const performanceAlerts = (
  performance: readonly PerformanceRecord[],
  { weights, minUptime }: ValidatorParams,
): readonly EpochAlert[] => {
  const alerts: EpochAlert[] = []
  for (const { address, status, metrics } of performance) {
    const uptime = metrics['uptime']
    if (status === 'below' && uptime)
      alerts.push({ code: 'PROBATION_RECOMMENDED', address, uptime, minUptime })
    for (const metric of Object.keys(metrics))
      if (metric !== 'uptime' && !Object.hasOwn(weights, metric))
        alerts.push({ code: 'METRIC_IGNORED', address, metric })
  }
  return alerts
}

/** Whether a term or a probation may end by a day, told by the text of the dates: reading every one takes longer than paying. */
const mayEndBy = ({ status, termEnd }: AuthorityValidator, end: string): boolean =>
  status === 'PROBATION' ||
  status === 'TERM_EXPIRED' ||
  (termEnd !== null && termEnd.slice(0, 10) <= end.slice(0, 10))
