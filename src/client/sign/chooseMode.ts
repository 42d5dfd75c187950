import { RegenError } from '../../primitives/errors.ts'
import { SIGNER_UNUSABLE } from '../../primitives/errorTable/sending.ts'
import { type OfflineSigner, type SignerAccount, signsAmino, signsDirect } from './offlineSigner.ts'

/** The form of the document that a wallet shows and signs. Ledger devices know amino JSON only. */
export type SigningMode = 'direct' | 'amino'

/**
 * How a wallet signs:
 *
 *     what the caller says         if the wallet can; else SIGNER_UNUSABLE
 *     a key on a hardware device   amino, if the wallet can: Keplr, Leap and others mark the account with isNanoLedger or isKeystone
 *     anything else                direct, if the wallet can; else amino
 */
export function chooseMode(
  signer: OfflineSigner,
  accounts: readonly SignerAccount[],
  mode: SigningMode | undefined,
): SigningMode {
  const onDevice = accounts.some(
    ({ isNanoLedger, isKeystone }) => isNanoLedger === true || isKeystone === true,
  )
  const order: readonly SigningMode[] =
    mode !== undefined ? [mode] : onDevice ? ['amino', 'direct'] : ['direct', 'amino']
  const can = { direct: signsDirect(signer), amino: signsAmino(signer) }
  const chosen = order.find(each => can[each])
  if (chosen !== undefined) return chosen
  throw new RegenError(SIGNER_UNUSABLE, { reason: `it cannot sign in ${mode ?? 'direct or amino'} mode` })
}
