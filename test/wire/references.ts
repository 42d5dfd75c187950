import { createRequire } from 'node:module'
import { Params as GovParams } from '../../src/wire/generated/cosmos/gov/v1/gov.ts'
import { messageType } from './schema.ts'

const require = createRequire(import.meta.url)

/**
 * A field that a reference encodes otherwise than we do.
 * Held at `same`, the two agree on the whole message; at `differs` they do not.
 */
type FieldDifference = { field: string; same: unknown; differs: unknown; why: string }

/** Other people's codecs of the same wire types, and everything that is known to be different there. */
export type Reference = {
  name: string
  /** What the package exports for a proto file, such as 'regen/ecocredit/v1/tx'; nothing if it has no such file. */
  load: (file: string) => Record<string, unknown>
  /** Whether it wants a Date where we have a Timestamp. */
  usesDate: boolean
  missingFiles: readonly string[]
  missingTypes: readonly string[]
  fields: readonly FieldDifference[]
}

function loadOrNothing(path: string): Record<string, unknown> {
  try {
    return require(path)
  } catch (error) {
    if (
      error instanceof Error &&
      /MODULE_NOT_FOUND|PATH_NOT_EXPORTED/.test(String('code' in error && error.code))
    )
      return {}
    throw error
  }
}

const COIN = { denom: 'uregen', amount: '1' }
const NEWER = 'newer than the package'
const DECIMAL = 'the package takes "0.1" where the wire, and ours, has 10^17'
const EMPTY_PACKED = 'the package writes an empty packed list, which is not canonical'

const absent = (field: string, differs: unknown, same: unknown): FieldDifference => ({
  field,
  same,
  differs,
  why: NEWER,
})
const decimal = (field: string): FieldDifference => ({
  field,
  same: '',
  differs: '100000000000000000',
  why: DECIMAL,
})
const emptyPacked = (field: string): FieldDifference => ({
  field,
  same: [7n],
  differs: [],
  why: EMPTY_PACKED,
})

/** The modules of M012 to M015, which no chain has: their wire form is ours alone. */
const PROPOSED_FILES = ['authority', 'feerouter', 'rewards', 'supply'].flatMap(module =>
  ['events', 'query', 'state'].map(file => `regen/${module}/v1/${file}`),
)

const ALPHA6: Reference = {
  name: '@regen-network/api 1.0.0-alpha6',
  load: file => loadOrNothing(`@regen-network/api/${file}.js`),
  usesDate: true,
  missingFiles: [
    'ibc/applications/transfer/v1/query',
    'cosmwasm/wasm/v1/query',
    'cosmos/base/tendermint/v1beta1/query',
    'cosmos/protocolpool/v1/query',
    'cosmos/protocolpool/v1/tx',
    'cosmos/protocolpool/v1/types',
    'cosmos/slashing/v1beta1/query',
    'cosmos/slashing/v1beta1/slashing',
    'regen/data/v2/events',
    'regen/data/v2/query',
    'regen/data/v2/tx',
    'regen/data/v2/types',
    ...PROPOSED_FILES,
  ],
  missingTypes: [
    'cosmos.auth.v1beta1.ModuleCredential',
    'cosmos.distribution.v1beta1.MsgCommunityPoolSpend',
    'cosmos.distribution.v1beta1.MsgCommunityPoolSpendResponse',
    'cosmos.gov.v1.Params',
    'regen.ecocredit.marketplace.v1.FeeParams',
    'regen.ecocredit.marketplace.v1.MsgGovSendFromFeePool',
    'regen.ecocredit.marketplace.v1.MsgGovSendFromFeePoolResponse',
    'regen.ecocredit.marketplace.v1.MsgGovSetFeeParams',
    'regen.ecocredit.marketplace.v1.MsgGovSetFeeParamsResponse',
    'regen.ecocredit.v1.EventBurnRegen',
    'regen.ecocredit.v1.EventUpdateApplication',
    'regen.ecocredit.v1.EventUpdateProjectEnrollment',
    'regen.ecocredit.v1.MsgBurnRegen',
    'regen.ecocredit.v1.MsgBurnRegenResponse',
    'regen.ecocredit.v1.MsgCreateOrUpdateApplication',
    'regen.ecocredit.v1.MsgCreateOrUpdateApplicationResponse',
    'regen.ecocredit.v1.MsgCreateUnregisteredProject',
    'regen.ecocredit.v1.MsgCreateUnregisteredProjectResponse',
    'regen.ecocredit.v1.MsgUpdateProjectEnrollment',
    'regen.ecocredit.v1.MsgUpdateProjectEnrollmentResponse',
    'regen.ecocredit.v1.MsgUpdateProjectFee',
    'regen.ecocredit.v1.MsgUpdateProjectFeeResponse',
    'regen.ecocredit.v1.ProjectEnrollment',
    'regen.ecocredit.v1.ProjectFee',
    'regen.ecocredit.v1.QueryProjectEnrollmentRequest',
    'regen.ecocredit.v1.QueryProjectEnrollmentResponse',
    'regen.ecocredit.v1.QueryProjectEnrollmentsRequest',
    'regen.ecocredit.v1.QueryProjectEnrollmentsResponse',
  ],
  fields: [
    absent('regen.ecocredit.marketplace.v1.MsgBuyDirect.Order.max_fee_amount', COIN, undefined),
    absent('regen.ecocredit.marketplace.v1.EventBuyDirect.seller', 'regen1', ''),
    absent('regen.ecocredit.marketplace.v1.EventBuyDirect.seller_fee_paid', COIN, undefined),
    absent('regen.ecocredit.marketplace.v1.EventBuyDirect.buyer', 'regen1', ''),
    absent('regen.ecocredit.marketplace.v1.EventBuyDirect.buyer_fee_paid', COIN, undefined),
    absent('regen.ecocredit.v1.Batch.class_key', 1n, 0n),
    absent('regen.ecocredit.v1.MsgCreateBatch.class_id', 'C01', ''),
    absent('regen.ecocredit.v1.MsgCreateProject.fee', COIN, undefined),
    emptyPacked('regen.ecocredit.marketplace.v1.MsgSellResponse.sell_order_ids'),
    absent('cosmos.bank.v1beta1.QueryAllBalancesRequest.resolve_denom', true, false),
    absent('cosmos.bank.v1beta1.SendAuthorization.allow_list', ['a'], []),
    absent('cosmos.base.node.v1beta1.ConfigResponse.pruning_keep_recent', '100', ''),
    absent('cosmos.base.node.v1beta1.ConfigResponse.pruning_interval', '10', ''),
    absent('cosmos.base.node.v1beta1.ConfigResponse.halt_height', 1n, 0n),
    absent('cosmos.gov.v1.MsgSubmitProposal.expedited', true, false),
    absent('ibc.applications.transfer.v1.MsgTransfer.encoding', 'e', ''),
    absent('ibc.applications.transfer.v1.MsgTransfer.memo', 'm', ''),
    absent('ibc.applications.transfer.v1.MsgTransferResponse.sequence', 5n, 0n),
    absent('cosmos.gov.v1.Proposal.expedited', true, false),
    absent('cosmos.gov.v1.Proposal.failed_reason', 'because', ''),
    absent('cosmos.group.v1.Proposal.title', 'title', ''),
    absent('cosmos.group.v1.Proposal.summary', 'summary', ''),
    absent('cosmos.gov.v1.MsgSubmitProposal.title', 'title', ''),
    absent('cosmos.gov.v1.MsgSubmitProposal.summary', 'summary', ''),
    absent('cosmos.gov.v1.Proposal.title', 'title', ''),
    absent('cosmos.gov.v1.Proposal.summary', 'summary', ''),
    absent('cosmos.gov.v1.Proposal.proposer', 'regen1', ''),
    absent('cosmos.gov.v1.QueryParamsResponse.params', GovParams.fromPartial({}), undefined),
    absent('cosmos.group.v1.MsgSubmitProposal.title', 'title', ''),
    absent('cosmos.group.v1.MsgSubmitProposal.summary', 'summary', ''),
    absent('cosmos.staking.v1beta1.MsgUndelegateResponse.amount', COIN, undefined),
    absent('cosmos.staking.v1beta1.Validator.unbonding_on_hold_ref_count', 1n, 0n),
    absent('cosmos.staking.v1beta1.Validator.unbonding_ids', [1n], []),
    absent('cosmos.tx.v1beta1.TxBody.unordered', true, false),
    absent('cosmos.tx.v1beta1.TxBody.timeout_timestamp', { seconds: 1n, nanos: 0 }, undefined),
    decimal('cosmos.distribution.v1beta1.Params.community_tax'),
    decimal('cosmos.distribution.v1beta1.Params.base_proposer_reward'),
    decimal('cosmos.distribution.v1beta1.Params.bonus_proposer_reward'),
    decimal('cosmos.mint.v1beta1.Params.inflation_rate_change'),
    decimal('cosmos.mint.v1beta1.Params.inflation_max'),
    decimal('cosmos.mint.v1beta1.Params.inflation_min'),
    decimal('cosmos.mint.v1beta1.Params.goal_bonded'),
    decimal('cosmos.staking.v1beta1.CommissionRates.rate'),
    decimal('cosmos.staking.v1beta1.CommissionRates.max_rate'),
    decimal('cosmos.staking.v1beta1.CommissionRates.max_change_rate'),
    decimal('cosmos.staking.v1beta1.Params.min_commission_rate'),
    decimal('cosmos.staking.v1beta1.Validator.delegator_shares'),
  ],
}

const COSMJS_TYPES: Reference = {
  name: 'cosmjs-types 0.11.0 (Cosmos SDK 0.53.4)',
  load: file => loadOrNothing(`cosmjs-types/${file}`),
  usesDate: false,
  missingFiles: ['basket/v1', 'marketplace/v1', 'v1']
    .flatMap(folder =>
      ['events', 'query', 'state', 'tx', 'types'].map(file => `regen/ecocredit/${folder}/${file}`),
    )
    .concat(['events', 'query', 'tx', 'types'].map(file => `regen/data/v2/${file}`))
    .concat(PROPOSED_FILES),
  // In files of their own there.
  missingTypes: [
    'cosmwasm.wasm.v1.ContractInfo',
    'ibc.applications.transfer.v1.Denom',
    'ibc.applications.transfer.v1.Hop',
  ],
  fields: [
    emptyPacked('cosmos.staking.v1beta1.Validator.unbonding_ids'),
    {
      field: 'cosmwasm.wasm.v1.QueryContractInfoResponse.contract_info',
      same: undefined,
      differs: { codeId: 1n, creator: '', admin: '', label: '' },
      why: 'only the fields that are read are in our definition',
    },
  ],
}

export const REFERENCES = [ALPHA6, COSMJS_TYPES]

type Encoder = { encode(message: unknown): { finish(): Uint8Array } }

/** The reference's codec of a message type, if it has one. */
export function referenceCodec({ load }: Reference, name: string): Encoder | undefined {
  const { file, exportName } = messageType(name)
  return load(file)[exportName] as Encoder | undefined
}

/** A message of ours as the reference wants it. */
export function toReference(reference: Reference, name: string, message: object): unknown {
  if (name === 'google.protobuf.Timestamp') return reference.usesDate ? toDate(message) : message
  const fields = messageType(name).fields.map(({ key, type, typeName, repeated }) => {
    const held = (message as Record<string, unknown>)[key]
    if (type !== 'message' || held === undefined) return [key, held]
    if (repeated) return [key, (held as object[]).map(item => toReference(reference, typeName, item))]
    return [key, toReference(reference, typeName, held as object)]
  })
  return Object.fromEntries(fields)
}

function toDate(message: object): Date {
  const { seconds, nanos } = message as { seconds: bigint; nanos: number }
  return new Date(Number(seconds) * 1000 + nanos / 1_000_000)
}
