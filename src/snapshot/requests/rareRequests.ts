import type { RowKind } from '../../messages/ledger.ts'
import { govParamsQuestion, proposalQuestion } from '../../node/read/governance.ts'
import { grantsQuestion } from '../../node/read/grants.ts'
import type { M013Policy } from '../../policy/policy.ts'
import type { Missing } from '../../preview/run/missing.ts'
import { bridgeRequests } from './bridgeRequests.ts'
import { basketRequests, EVERY_REQUESTS, type ListedKind } from './everyRequests.ts'
import { priceRequests } from './priceRequests.ts'
import { listRequest, orAbsent, type Request, request, rowRequest } from './request.ts'
import type { CommonKind } from './rowRequests.ts'

/** What few previews lack. */
export type Rare = Exclude<Missing, { readonly account: string }>

type RareKind = Exclude<RowKind, CommonKind>

/** What to ask for something that few previews lack: this file, and what reads the answers, is loaded when it is asked for. */
export function rareRequests(
  missing: Rare,
  { valuation }: Pick<M013Policy, 'valuation'>,
): readonly Request[] {
  if (missing.kind === 'setting') return [govDepositRequest()]
  if (missing.kind === 'prices') return priceRequests(valuation)
  // Of the other kinds no message needs all.
  if (missing.kind === 'every')
    return missing.id in EVERY_REQUESTS ? [EVERY_REQUESTS[missing.id as ListedKind]()] : []
  return RARE_ROW_REQUESTS[missing.kind as RareKind](missing.id)
}

const RARE_ROW_REQUESTS: {
  readonly [kind in RareKind]: (id: string) => readonly Request[]
} = {
  basket: basketRequests,
  proposal: id => [
    rowRequest('proposal', id, proposalQuestion(BigInt(id)), ({ status }) => ({
      proposals: [{ id, status }],
    })),
  ],
  grant: id => [grantsRequest(id)],
  'bridged batch': bridgeRequests('bridged batch'),
  'bridge contract': bridgeRequests('bridge contract'),
  'origin transaction': bridgeRequests('origin transaction'),
}

/** All that one account lets another do; the grant that was asked for is among it, or there is none. */
function grantsRequest(id: string): Request {
  const [granter = '', grantee = '', message = ''] = id.split(' ')
  return orAbsent(
    listRequest(`grants of ${granter} to ${grantee}: ${message}`, grantsQuestion(granter, grantee), found => {
      const rows = found.flatMap(grant =>
        grant.message === null
          ? []
          : [{ granter, grantee, message: grant.message, expiration: grant.expiration }],
      )
      // An authorization of another kind may allow it; those of which nothing else is known are not guessed at.
      const isOpen = found.some(grant => grant.message === null)
      const isThere = rows.some(grant => grant.message === message)
      return { grants: rows, ...(!isThere && !isOpen && { absent: `grant ${id}` }) }
    }),
    { absent: `grant ${id}` },
  )
}

const govDepositRequest = (): Request =>
  request(
    'governance params',
    govParamsQuestion(),
    ({ minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio }) => ({
      settings: {
        govDeposit: { minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio },
      },
    }),
  )
