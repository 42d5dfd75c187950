import type { Network } from '../../../src/network/readNetwork.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { coinText } from '../parts/amounts.tsx'

/** What somebody should look at, in words. */
export function alertsOf({ period, m012, m013, m014, m015 }: Network): readonly string[] {
  const down = m014.validators.filter(({ belowMinUptime, jailed }) => belowMinUptime === true || jailed)
  return [
    ...(m012.capStatus === 'above'
      ? [
          `The supply is ${coinText(m012.excess, 'uregen')} above the cap ${m012.status === 'in-force' ? 'of M012' : 'that M012 proposes'}: nothing would be minted until that much is burned.`,
        ]
      : []),
    ...(m014.size.holds
      ? []
      : [
          `${m014.size.bonded === 1 ? 'One validator is' : `${m014.size.bonded} validators are`} bonded; M014 ${m014.status === 'in-force' ? 'asks for' : 'proposes'} ${m014.size.min} to ${m014.size.max}.`,
        ]),
    ...down.map(
      ({ moniker, jailed }) =>
        `Validator ${sanitize(moniker)} is ${jailed ? 'jailed' : 'below the least uptime'}.`,
    ),
    ...(m013.wouldPay.unvalued > 0
      ? [
          `${m013.wouldPay.unvalued} acts have no price or rate: the proposed fees are at least what is shown.`,
        ]
      : []),
    ...(m015.oddities > 0 ? [`${m015.oddities} events of the period were counted nowhere.`] : []),
    ...(period.complete
      ? []
      : ['The node has thrown away blocks of the period: its numbers are lower bounds.']),
  ]
}
