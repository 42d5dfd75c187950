import { warning } from '../../../messages/warnings.ts'
import { readAccount } from '../../../node/read/accounts.ts'
import type { EffectsInput, FeePreview } from '../../../preview/feePreview.ts'
import { previewWithEffects } from '../../../preview/previewWithEffects.ts'
import { isRegenError } from '../../../primitives/errors.ts'
import { PubKey } from '../../../wire/generated/cosmos/crypto/secp256k1/keys.ts'
import type { Connection } from '../../connection.ts'
import { reasonOf } from '../../reasonOf.ts'
import { signersOf } from '../../sign/signersOf.ts'
import type { TxSigner } from '../../sign/txPlan.ts'
import { DEFAULT_TIMEOUT_BLOCKS } from '../broadcast/timeoutHeight.ts'
import type { PreviewOptions } from '../sendOptions.ts'
import { estimateGas } from './estimateGas.ts'

const SECP256K1 = '/cosmos.crypto.secp256k1.PubKey'

/**
 * A preview with the gas limit that a send would have, before there is a wallet: the signers' public keys are on chain once they have sent
 * anything. Where there is none, or the simulation is refused, the preview has no gas and the warning GAS_NOT_ESTIMATED says why.
 */
export async function previewWithGas(
  connection: Pick<Connection, 'rpc' | 'clock' | 'chainId' | 'closed'>,
  input: EffectsInput,
  { gasMargin, height: at, signal }: Pick<PreviewOptions, 'gasMargin' | 'height' | 'signal'>,
): Promise<FeePreview> {
  const { messages, snapshot, feePayer } = input
  const { rpc, chainId } = connection
  const without = (reason: string): FeePreview => {
    const preview = previewWithEffects(input)
    return { ...preview, warnings: [...preview.warnings, warning('GAS_NOT_ESTIMATED', { reason })] }
  }
  if (at !== undefined) return without('the height is one of the past')
  const addresses = signersOf(messages, feePayer, undefined)
  if (addresses.length === 0) return without('nobody can tell who signs')
  const ledger = { port: rpc, height: snapshot.height, ...(signal && { signal }) }
  const signers: TxSigner[] = []
  for (const address of addresses) {
    const account = await readAccount(ledger, address)
    if (account === null) return without(`there is no account ${address} on chain`)
    if (account.pubKey?.typeUrl !== SECP256K1)
      return without(
        account.pubKey === null
          ? `the public key of ${address} is not on chain yet: it has sent nothing`
          : `the key of ${address} is of another kind`,
      )
    const { number: accountNumber, sequence } = account
    signers.push({ address, pubkey: PubKey.decode(account.pubKey.value).key, accountNumber, sequence })
  }
  const payer = feePayer !== undefined && feePayer !== addresses[0] ? feePayer : ''
  const timeoutHeight = snapshot.height + BigInt(DEFAULT_TIMEOUT_BLOCKS)
  const body = { chainId, messages, memo: '', timeoutHeight, feePayer: payer, feeGranter: '', signers }
  try {
    const { gasPrices } = snapshot
    const { limit } = await estimateGas(connection, body, { mode: 'direct', gasMargin, gasPrices, signal })
    return previewWithEffects({ ...input, gasLimit: limit })
  } catch (error) {
    if (isRegenError(error, 'MODULE_MISSING')) return without('the node simulates nothing: its gRPC is off')
    if (!isRegenError(error, 'SIMULATION_REFUSED')) throw error
    return without(reasonOf(error))
  }
}
