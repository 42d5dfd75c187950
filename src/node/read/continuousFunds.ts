import type { Stream } from '../../mechanisms/regen-value-redistribution/grants/stream.ts'
import type { ContinuousFund, Params } from '../../wire/generated/cosmos/protocolpool/v1/types.ts'
import type { Fields } from '../decode/fields.ts'
import { protocolpoolContinuousFunds, protocolpoolParams } from '../endpoints/cosmos.ts'
import { ask, type NodeAt } from './ask.ts'
import { question } from './question.ts'

/** What x/protocolpool shares out: only coins of these denoms, every so many blocks. */
export type ProtocolpoolParams = { readonly denoms: readonly string[]; readonly everyBlocks: bigint }

const toStream = ({ recipient, percentage, expiry }: ContinuousFund, read: Fields): Stream => ({
  recipient: read.address('recipient', recipient),
  percentage: read.scaled('percentage', percentage),
  expiry: read.optionalTime('expiry', expiry),
})

/**
 * Every continuous fund of the community pool; expired ones too, until the chain removes them.
 *
 * @example
 * const continuousFunds = await readContinuousFunds(at)
 */
export const readContinuousFunds = (ledger: NodeAt): Promise<readonly Stream[]> =>
  ask(
    ledger,
    question(protocolpoolContinuousFunds, {}, ({ continuousFunds }, read) =>
      read.each('continuous_funds', continuousFunds, toStream),
    ),
  )

/**
 * The settings of x/protocolpool: how often continuous funds are paid.
 *
 * @example
 * const protocolpoolParams = await readProtocolpoolParams(at)
 */
export const readProtocolpoolParams = (ledger: NodeAt): Promise<ProtocolpoolParams> =>
  ask(
    ledger,
    question(protocolpoolParams, {}, ({ params }, read) =>
      read.message('params', params, ({ enabledDistributionDenoms, distributionFrequency }: Params) => ({
        denoms: enabledDistributionDenoms,
        everyBlocks: distributionFrequency,
      })),
    ),
  )
