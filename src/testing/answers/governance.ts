import { govParams, govProposals } from '../../node/endpoints/governance.ts'
import * as authz from '../../wire/generated/cosmos/authz/v1beta1/query.ts'
import type { Proposal } from '../../wire/generated/cosmos/gov/v1/gov.ts'
import * as gov from '../../wire/generated/cosmos/gov/v1/query.ts'
import type { Recordings } from '../recordings.ts'
import { type Answerer, answering } from './answer.ts'

const VOTING = 2

const shown = (proposal: Proposal): Partial<gov.QueryProposalResponse> => ({ proposal })

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** Governance and grants: the parameters never changed, proposals are those of the newest recorded list. */
export function governanceAnswers({ queries }: Recordings): { readonly [path: string]: Answerer } {
  const params = queries.find(({ path, response }) => path === govParams.path && response.value)
  const list = queries.filter(
    ({ path, request, response }) => path === govProposals.path && request === '' && response.value,
  )
  const { proposals } = govProposals.decode(fromBase64(list.at(-1)?.response.value ?? ''))
  return {
    [govParams.path]: () => (params?.response.value ? fromBase64(params.response.value) : null),
    '/cosmos.gov.v1.Query/Proposal': answering(
      gov.QueryProposalRequest,
      gov.QueryProposalResponse,
      ({ proposalId }, state) => {
        const proposal = proposals.find(({ id }) => id === proposalId)
        if (!state.proposals.has(proposalId.toString()))
          return {
            code: 22,
            codespace: 'sdk',
            log: `rpc error: code = NotFound desc = proposal ${proposalId} doesn't exist: key not found`,
          }
        if (!proposal) return null
        if (state.ended.has(proposalId.toString())) return shown(proposal)
        const none = { yesCount: '0', abstainCount: '0', noCount: '0', noWithVetoCount: '0' }
        return shown({ ...proposal, status: VOTING, finalTallyResult: none, failedReason: '' })
      },
    ),
    '/cosmos.authz.v1beta1.Query/Grants': answering(
      authz.QueryGrantsRequest,
      authz.QueryGrantsResponse,
      ({ granter, grantee, msgTypeUrl }, state) =>
        msgTypeUrl === '' ? { grants: [...(state.grants.get(`${granter} ${grantee}`) ?? [])] } : null,
    ),
  }
}
