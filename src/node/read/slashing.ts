import {
  type SigningInfo,
  type SlashingParams,
  toSigningInfo,
  toSlashingParams,
} from '../decode/modules/slashing.ts'
import { slashingParams, slashingSigningInfos } from '../endpoints/staking.ts'
import { ask, askAll, type NodeAt } from './ask.ts'
import { listQuestion, question } from './question.ts'

/**
 * How every validator signed lately, also those that are no longer bonded.
 *
 * @example
 * const signingInfos = await readSigningInfos(at)
 */
export const readSigningInfos = (ledger: NodeAt): Promise<readonly SigningInfo[]> =>
  askAll(
    ledger,
    listQuestion(
      slashingSigningInfos,
      {},
      ({ info }, read) => read.each('info', info, toSigningInfo),
      'hundred',
    ),
  )

/**
 * When a validator counts as absent, and what that costs it.
 *
 * @example
 * const slashingParams = await readSlashingParams(at)
 */
export const readSlashingParams = (ledger: NodeAt): Promise<SlashingParams> =>
  ask(
    ledger,
    question(slashingParams, {}, ({ params }, read) => read.message('params', params, toSlashingParams)),
  )
