import * as z from 'zod/mini'
import { parseInput, RatioText, UregenText } from '../primitives/schemas.ts'

const ratio = (text: string) => z._default(RatioText, RatioText.parse(text))
const count = (most: number, otherwise: number) =>
  z._default(z.int().check(z.minimum(0), z.maximum(most)), otherwise)

/**
 * When an alert is raised. The defaults are the thresholds of the public specifications of AGENT-003 (market) and AGENT-004 (validators), and of M014
 * and M015 where those name them.
 */
const WatchRulesJson = z.strictObject({
  /** Standard deviations from the mean of the other trades of 30 days: a notice from the first, a warning, critical. WF-MM-01. */
  zNotice: ratio('2'),
  zWarning: ratio('2.5'),
  zCritical: ratio('3.5'),
  /** Fewer other trades than that tell no deviation. */
  leastSamples: count(10_000, 4),
  /** A price that far from the average of seven days. AGENT-003: 20 %. */
  priceMove: ratio('0.2'),
  /** One account with more than that of the volume of a market in seven days. AGENT-003: 30 %. */
  actorShare: ratio('0.3'),
  /** Days within which two accounts that buy from each other are a pair. */
  pairWindowDays: z._default(z.int().check(z.minimum(1), z.maximum(365)), 7),
  /** Bought in seven days in uregen, with nothing retired. WF-VM-05: 10,000 REGEN. */
  washVolume: z._default(UregenText, UregenText.parse('10000000000')),
  /** M014: below 99.5 % of the blocks of the slashing window. */
  minUptime: ratio('0.995'),
  /** M014: fewer bonded validators. */
  minValidators: count(1000, 15),
  /** WF-VM-03: the five largest hold more than `topFiveShare`, one holds more than `oneShare`, or fewer than `minNakamoto` could stop the chain. */
  topFiveShare: ratio('0.4'),
  oneShare: ratio('0.33'),
  minNakamoto: count(1000, 7),
})

/** The thresholds of a watch, one for each alert. */
export type WatchRules = z.output<typeof WatchRulesJson>

/**
 * Reads rules; what is left out is as the specifications say. Throws INPUT_INVALID.
 *
 * @example
 * parseWatchRules({ minValidators: 20 }).minValidators // 20
 */
export const parseWatchRules = (json: unknown): WatchRules => parseInput(WatchRulesJson, 'watch rules', json)

/** The thresholds of a watch where nobody gave others. */
export const DEFAULT_WATCH_RULES: WatchRules = /* @__PURE__ */ parseWatchRules({})
