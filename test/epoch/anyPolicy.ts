import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { M013_KNOBS } from '../../src/policy/knobs/m013Knobs.ts'
import { parsePolicy } from '../../src/policy/policy.ts'

/** Random policies, for laws that hold under all of them. */

const share = fc.constantFrom('0', '0.1', '0.333', '0.5')

/** Every knob of M013 that is a choice between names, with every name it may have. */
const choices = Object.fromEntries(
  Object.entries(M013_KNOBS).flatMap(([name, { schema }]) =>
    schema instanceof z.ZodMiniEnum ? [[name, fc.constantFrom(...schema.options)]] : [],
  ),
)

/** The combinations of the knobs that say what a fee is and where it goes, as text: all of M013 but those that find a price. */
export const anyPolicyJson = fc
  .record({
    m013: fc.record({
      ...choices,
      // Transfers dearer than retirements as well.
      feeRates: fc.constantFrom(
        {},
        { CreditTransfer: '0.01', CreditIssuance: '0.01' },
        { CreditRetirement: '0.02', MarketplaceTrade: '0.015' },
      ),
      minFee: fc.constantFrom('0', '1', '1000000', '70000000'),
      maxRate: fc.constantFrom('0.02', '0.05', '0.10'),
      distribution: fc.constantFrom(
        { kind: 'regen' },
        { kind: 'stable' },
        { kind: 'recipient-choice', bonus: '0.1' },
      ),
    }),
    agentFund: fc.oneof(
      fc.constantFrom({ kind: 'module' }, { kind: 'multisig', below: '5000000' }),
      share.map(share => ({ kind: 'community-tag', share })),
    ),
    dynamic: fc.option(fc.tuple(share, share)),
    shares: fc.constantFrom(
      ['0.30', '0.40', '0.30', '0'],
      ['0', '0.45', '0.55', '0'],
      ['0.35', '0.15', '0.5', '0'],
      ['0.28', '0.25', '0.45', '0.02'],
      ['0.333', '0.25', '0.084', '0.333'],
    ),
    autoInflow: fc.constantFrom('all-fees', 'scored-fees'),
    m015: fc.record({
      scoreBasis: fc.constantFrom('value', 'fee-paid'),
      scoreRounding: fc.constantFrom('exact', 'floored'),
      autoRetireScoring: fc.constantFrom('purchase', 'retirement', 'both'),
      minActivityValue: fc.constantFrom('0', '1000000', '500000000'),
      autoShare: fc.constantFrom('0.70', '1'),
    }),
  })
  .map(({ m013, agentFund, dynamic, shares, autoInflow, m015 }) => {
    const [burn, validator, community, agent] = shares
    return {
      m013: {
        ...m013,
        feeRates: {
          ...{ CreditIssuance: '0.02', CreditTransfer: '0.001' },
          ...{ CreditRetirement: '0.005', MarketplaceTrade: '0.01' },
          ...m013.feeRates,
        },
        shares: { burn, validator, community, agent },
        // A fund that is a tag of the community pool has no pool of its own.
        agentFund: agentFund.kind === 'community-tag' && agent !== '0' ? { kind: 'module' } : agentFund,
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
      m015,
      epoch: { autoInflow },
    }
  })

export const anyPolicy = anyPolicyJson.map(json => parsePolicy(json))
