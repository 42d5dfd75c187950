import type { OfflineAminoSigner, Secp256k1HdWallet } from '@cosmjs/amino'
import type {
  OfflineSigner as CosmjsSigner,
  DirectSecp256k1HdWallet,
  OfflineDirectSigner,
} from '@cosmjs/proto-signing'
import type { OfflineSigner, Regen, SendOptions, SendStep, SentTx } from '../../src/client.ts'
import { connectRegen } from '../../src/client.ts'

/** Every signer of CosmJS is one of ours, as it is. */

declare const direct: OfflineDirectSigner
declare const amino: OfflineAminoSigner
declare const either: CosmjsSigner
declare const both: OfflineDirectSigner & OfflineAminoSigner
declare const mnemonic: DirectSecp256k1HdWallet
declare const ledger: Secp256k1HdWallet

direct satisfies OfflineSigner
amino satisfies OfflineSigner
either satisfies OfflineSigner
both satisfies OfflineSigner
mnemonic satisfies OfflineSigner
ledger satisfies OfflineSigner

declare const regen: Regen
regen.connectSigner(direct)
regen.connectSigner(amino)
regen.connectSigner(either)
regen.connectSigner(both)
// @ts-expect-error a wallet that only lists accounts cannot sign
regen.connectSigner({ getAccounts: direct.getAccounts })
// @ts-expect-error a wallet that does not list its accounts cannot be asked
regen.connectSigner({ signDirect: direct.signDirect })
// @ts-expect-error a mnemonic is not a signer
regen.connectSigner('medal wise pull …')

declare const options: SendOptions
options.memo satisfies string | undefined
;({ gasLimit: 100_000n, gasPrice: '0.025uregen', slippage: '0.01', mode: 'amino' }) satisfies SendOptions
// @ts-expect-error gas is counted in bigints
;({ gasLimit: 100_000 }) satisfies SendOptions
// @ts-expect-error a price names its denom, as text
;({ gasPrice: 0.025 }) satisfies SendOptions
// @ts-expect-error heights are bigints
;({ timeoutHeight: 500 }) satisfies SendOptions
// @ts-expect-error only codes of warnings are allowed by name
;({ allow: ['EVERYTHING'] }) satisfies SendOptions
// @ts-expect-error there are two ways to sign
;({ mode: 'textual' }) satisfies SendOptions

declare const step: SendStep
if (step.step === 'included') step.height satisfies bigint
// @ts-expect-error nothing is signed yet
if (step.step === 'simulated') step.txHash

declare const sent: SentTx
sent.height satisfies bigint
sent.txHash satisfies string
// @ts-expect-error heights are no numbers
sent.height satisfies number

declare const urls: readonly string[]
const connected: Promise<Regen> = connectRegen(urls, { chainId: 'regen-1', timeoutMs: 5_000 })
void connected
// @ts-expect-error a node is named by its address
void connectRegen(26657)
