import type { WarningCode } from '../../messages/warnings.ts'
import type { AlertCode } from '../../monitor/alert.ts'
import type { WatchRules } from '../../monitor/rules.ts'

type Meaning = {
  /** What the alert means, whatever it is about. */
  readonly text: string
  /** The rules with its thresholds. */
  readonly rules: readonly (keyof WatchRules)[]
}

/** What each alert of `watch` means. One with the code of a warning means what the warning says. */
export const ALERT_MEANINGS: {
  readonly [Code in Exclude<AlertCode, WarningCode>]: Meaning
} = {
  PRICE_OUTLIER: {
    text: 'A trade had a price far from the mean of the other trades of its class and denom in 30 days, counted in standard deviations.',
    rules: ['zNotice', 'zWarning', 'zCritical', 'leastSamples'],
  },
  VOLUME_OUTLIER: {
    text: 'A trade sold an amount of credits far from the mean of the other trades of its class and denom in 30 days, counted in standard deviations.',
    rules: ['zNotice', 'zWarning', 'zCritical', 'leastSamples'],
  },
  PRICE_MOVED: {
    text: 'A trade had a price far from the average of its class and denom in seven days.',
    rules: ['priceMove'],
  },
  ACTOR_DOMINATES: {
    text: 'One account bought a large share of what was sold of a class in a denom in seven days.',
    rules: ['actorShare', 'leastSamples'],
  },
  WASH_PAIR: {
    text: 'Two accounts bought credits of one class from each other within a few days: trades that may only look like activity.',
    rules: ['pairWindowDays'],
  },
  WASH_NO_RETIREMENT: {
    text: 'One account bought for much REGEN in seven days and retired nothing: trades that may only look like activity.',
    rules: ['washVolume'],
  },
  FEES_CHANGED: {
    text: 'The marketplace fee, or the fee for a new class or basket, is another than at the last look.',
    rules: [],
  },
  PROPOSAL_CHANGES_KNOB: {
    text: 'An open proposal would change fees, denoms, the modules of M012 to M015, contracts, governance or the software of the chain.',
    rules: [],
  },
  UPTIME_LOW: {
    text: 'A bonded validator signed fewer blocks of the slashing window than M014 asks for.',
    rules: ['minUptime'],
  },
  VALIDATOR_JAILED: {
    text: 'A validator is jailed: the chain took it out of the set, and it earns nothing until it is unjailed.',
    rules: [],
  },
  SET_TOO_SMALL: { text: 'Fewer validators are bonded than M014 asks for.', rules: ['minValidators'] },
  POWER_CONCENTRATED: {
    text: 'One validator, or the five largest together, hold a large share of the voting power.',
    rules: ['oneShare', 'topFiveShare'],
  },
  NAKAMOTO_LOW: {
    text: 'Few validators together hold more than a third of the voting power, and so could stop the chain.',
    rules: ['minNakamoto'],
  },
  NODE_LOST: {
    text: 'The node does not answer, or answers and refuses what it is asked for. It is asked again, and no block is skipped.',
    rules: [],
  },
  NODE_BACK: {
    text: 'The node answers again. Blocks are read from the first one that was not read yet.',
    rules: [],
  },
}
