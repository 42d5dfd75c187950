import { readAccount } from '../../node/read/accounts.ts'
import type { NodeAt } from '../../node/read/ask.ts'
import { RegenError } from '../../primitives/errors.ts'
import { ACCOUNT_MISSING, SIGNER_MISSING, SIGNER_UNUSABLE } from '../../primitives/errorTable/sending.ts'
import type { SignerAccount } from './offlineSigner.ts'
import type { TxSigner } from './txPlan.ts'
import { addressOfKey } from './verifySignature.ts'

/** The accounts of a signer that have to sign, in that order; SIGNER_MISSING when it does not hold one of them. */
export const pickAccounts = (
  addresses: readonly string[],
  held: readonly SignerAccount[],
): readonly SignerAccount[] =>
  addresses.map(address => {
    const account = held.find(candidate => candidate.address === address)
    if (account === undefined)
      throw new RegenError(SIGNER_MISSING, { signer: address, accounts: held.map(({ address }) => address) })
    if (account.algo !== 'secp256k1' || account.pubkey.length !== 33)
      throw new RegenError(SIGNER_UNUSABLE, {
        reason: `${address} has a key of another kind: ${account.algo}`,
      })
    if (addressOfKey(account.pubkey) !== address)
      throw new RegenError(SIGNER_UNUSABLE, {
        reason: `the key that it gives for ${address} is another one's`,
      })
    return account
  })

/**
 * What each account signs with next: the sequence on chain, or the one after the last that this connection has sent, whichever is
 * greater.
 */
export const readSigners = (
  ledger: NodeAt,
  accounts: readonly SignerAccount[],
  sequences: ReadonlyMap<string, bigint>,
): Promise<readonly TxSigner[]> =>
  Promise.all(
    accounts.map(async ({ address, pubkey }) => {
      const account = await readAccount(ledger, address)
      if (account === null) throw new RegenError(ACCOUNT_MISSING, { address })
      const { number: accountNumber, sequence } = account
      const sent = sequences.get(address) ?? 0n
      return { address, pubkey, accountNumber, sequence: sent > sequence ? sent : sequence }
    }),
  )
