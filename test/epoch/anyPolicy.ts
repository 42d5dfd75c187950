import * as fc from 'fast-check'
import { parsePolicy } from '../../src/policy/policy.ts'

/** Random policies, for laws that hold under all of them. */

const share = fc.constantFrom('0', '0.1', '0.333', '0.5')

/** The combinations of the knobs that say what a fee is and where it goes, as text. */
export const anyPolicyJson = fc
  .record({
    minFeeScope: fc.constantFrom('message', 'tx', 'line'),
    minFeeVsMaxRate: fc.constantFrom('min-wins', 'cap-wins'),
    zeroValue: fc.constantFrom('min-fee', 'exempt'),
    valueRounding: fc.constantFrom('exact', 'whole'),
    remainder: fc.constantFrom('validator', 'agent', 'burn', 'largest-remainder', 'round-robin'),
    minFee: fc.constantFrom('0', '1', '1000000', '70000000'),
    maxRate: fc.constantFrom('0.02', '0.05', '0.10'),
    collection: fc.constantFrom('regen-only', 'native', 'hybrid'),
    autoRetire: fc.constantFrom('trade-only', 'both'),
    tag: fc.option(share),
    dynamic: fc.option(fc.tuple(share, share)),
    shares: fc.constantFrom(
      ['0.30', '0.40', '0.30', '0'],
      ['0', '0.45', '0.55', '0'],
      ['0.35', '0.15', '0.5', '0'],
    ),
    autoInflow: fc.constantFrom('all-fees', 'scored-fees'),
    scoreBasis: fc.constantFrom('value', 'fee-paid'),
    autoRetireScoring: fc.constantFrom('purchase', 'retirement', 'both'),
    minActivityValue: fc.constantFrom('0', '1000000', '500000000'),
    autoShare: fc.constantFrom('0.70', '1'),
  })
  .map(
    ({
      tag,
      dynamic,
      shares,
      autoInflow,
      scoreBasis,
      autoRetireScoring,
      minActivityValue,
      autoShare,
      ...m013
    }) => {
      const [burn, validator, community, agent] = shares
      return {
        m013: {
          ...m013,
          shares: { burn, validator, community, agent },
          agentFund: tag === null ? { kind: 'module' } : { kind: 'community-tag', share: tag },
          burnShare:
            dynamic === null
              ? { kind: 'fixed' }
              : {
                  kind: 'dynamic',
                  points: [
                    { revenue: '0', share: dynamic[0] },
                    { revenue: '1000000000', share: dynamic[1] },
                  ],
                },
        },
        m015: { scoreBasis, autoRetireScoring, minActivityValue, autoShare },
        epoch: { autoInflow },
      }
    },
  )

export const anyPolicy = anyPolicyJson.map(json => parsePolicy(json))
