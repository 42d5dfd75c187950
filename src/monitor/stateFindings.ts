import { canonicalJson } from '../primitives/canonical.ts'
import { compareRatios, ratio } from '../primitives/ratio.ts'
import { nanosecondsOf } from '../primitives/time.ts'
import type { Finding } from './alert.ts'
import type { ChainState } from './readChainState.ts'
import type { WatchRules } from './rules.ts'

/** All that is so at a height, whether or not it was so before. */
export const findInState = (state: ChainState, rules: WatchRules): readonly Finding[] => [
  ...expiredOrders(state),
  ...openProposals(state),
  ...validatorFindings(state, rules),
]

/** The chain keeps expired orders, and sells from them. */
const expiredOrders = ({ orders, time }: ChainState): readonly Finding[] =>
  orders.flatMap(({ id, seller, expiration }): readonly Finding[] =>
    expiration === null || nanosecondsOf(expiration) > nanosecondsOf(time)
      ? []
      : [
          {
            code: 'ORDER_EXPIRED',
            severity: 'notice',
            subject: id,
            facts: { orderId: id, seller, expiration },
          },
        ],
  )

/** What a proposal with such a message would change; the types are those of the chain, or as the specifications name them. Most of them are no messages of ours. */
const CHANGES: readonly (readonly [type: RegExp, change: string])[] = [
  [/^\/regen\.ecocredit\.marketplace\.v1\.MsgGovSetFeeParams$/, 'the fees of the marketplace'],
  [/^\/regen\.ecocredit\.marketplace\.v1\.MsgGovSendFromFeePool$/, 'the fee pool of the marketplace'],
  [/^\/regen\.ecocredit\.marketplace\.v1\.Msg(Add|Remove)AllowedDenom$/, 'the denoms of the marketplace'],
  [/^\/regen\.ecocredit\.v1\.MsgUpdateClassFee$/, 'the fee for a new class'],
  [/^\/regen\.ecocredit\.basket\.v1\.MsgUpdateBasketFee$/, 'the fee for a new basket'],
  [/^\/regen\.feerouter\.|FeeRouter/, 'M013'],
  [/^\/regen\.supply\./, 'M012'],
  [/^\/regen\.authority\./, 'M014'],
  [/^\/regen\.rewards\./, 'M015'],
  [/^\/cosmos\.mint\.v1beta1\.MsgUpdateParams$/, 'inflation'],
  [/^\/cosmos\.(staking|slashing)\.v1beta1\.MsgUpdateParams$/, 'the validator set'],
  [/^\/cosmos\.(distribution|protocolpool)\..*MsgUpdateParams$/, 'the community pool'],
  [/^\/cosmos\.gov\.v1(beta1)?\.MsgUpdateParams$/, 'governance itself'],
  [/^\/cosmos\.upgrade\.v1beta1\.MsgSoftwareUpgrade$/, 'the software of the chain'],
  [/^\/cosmwasm\.wasm\.v1\.Msg(Store|Instantiate|Migrate|Execute|Sudo)/, 'a contract'],
]

/** What messages of these types would change, each once; nothing for those that change no rule. */
const knobsChangedBy = (types: readonly string[]): readonly string[] => [
  ...new Set(types.flatMap(type => CHANGES.flatMap(([known, change]) => (known.test(type) ? [change] : [])))),
]

/** Proposals that are open, and would change what this SDK computes with. */
const openProposals = ({ proposals }: ChainState): readonly Finding[] =>
  proposals.flatMap(({ id, title, status, messages }): readonly Finding[] => {
    const changes = knobsChangedBy(messages)
    if ((status !== 'deposit' && status !== 'voting') || changes.length === 0) return []
    const facts = { proposalId: id, title, status, changes }
    return [{ code: 'PROPOSAL_CHANGES_KNOB', severity: 'warning', subject: `${id} ${status}`, facts }]
  })

/** Uptime and jail of each, and size and concentration of the bonded set. @see AGENT-004, WF-VM-01, WF-VM-03 and WF-VM-04 */
function validatorFindings({ validators }: ChainState, rules: WatchRules): readonly Finding[] {
  const found: Finding[] = []
  const bonded = validators.filter(({ validator }) => validator.status === 'bonded')
  for (const { validator, uptime } of validators) {
    const { operator, moniker, jailed, status } = validator
    if (jailed)
      found.push({
        code: 'VALIDATOR_JAILED',
        severity: 'critical',
        subject: operator,
        facts: { operator, moniker },
      })
    else if (status === 'bonded' && uptime !== null && compareRatios(uptime, rules.minUptime) < 0)
      found.push({
        code: 'UPTIME_LOW',
        severity: 'warning',
        subject: operator,
        facts: { operator, moniker, uptime, least: rules.minUptime },
      })
  }
  if (bonded.length < rules.minValidators)
    found.push({
      code: 'SET_TOO_SMALL',
      severity: 'critical',
      subject: 'validators',
      facts: { bonded: bonded.length, least: rules.minValidators },
    })
  const powers = bonded.map(({ validator }) => validator.tokens as bigint).sort((a, b) => (a > b ? -1 : 1))
  const all = powers.reduce((sum, power) => sum + power, 0n)
  if (all === 0n) return found
  for (const [holders, most, severity] of [
    [1, rules.oneShare, 'critical'],
    [5, rules.topFiveShare, 'warning'],
  ] as const) {
    const share = ratio(
      powers.slice(0, holders).reduce((sum, power) => sum + power, 0n),
      all,
    )
    if (compareRatios(share, most) > 0)
      found.push({
        code: 'POWER_CONCENTRATED',
        severity,
        subject: `${holders}`,
        facts: { holders, share, most },
      })
  }
  const coefficient = nakamoto(powers, all)
  if (coefficient < rules.minNakamoto)
    found.push({
      code: 'NAKAMOTO_LOW',
      severity: 'critical',
      subject: 'validators',
      facts: { coefficient, least: rules.minNakamoto },
    })
  return found
}

/** How few validators together hold more than a third, and so could stop the chain. */
function nakamoto(powers: readonly bigint[], all: bigint): number {
  let held = 0n
  for (const [index, power] of powers.entries()) {
    held += power
    if (held * 3n > all) return index + 1
  }
  return powers.length
}

/** Fees that are others than at the last look; the first look has nothing to compare with. */
export function feeChanges(before: ChainState | null, now: ChainState): readonly Finding[] {
  if (before === null) return []
  return (['marketplace', 'classFee', 'basketFee'] as const).flatMap((fee): readonly Finding[] => {
    const [was, is] = [before.fees[fee], now.fees[fee]].map(canonicalJson)
    if (was === undefined || is === undefined || was === is) return []
    return [
      { code: 'FEES_CHANGED', severity: 'critical', subject: fee, facts: { fee, before: was, now: is } },
    ]
  })
}
