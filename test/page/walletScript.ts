import type { StandInBehaviour } from '../../src/testing/wallets/keplrStandIn.ts'
import { keyOf } from '../support/keyOf.ts'
import { network } from '../support/recordings.ts'
import { scriptOf } from '../support/scriptOf.ts'

/** Which stand-in, whose keys, and how it behaves. */
export type InBrowser = {
  readonly wallet: 'keplr' | 'leap' | 'ledger'
  readonly account: string
  readonly behaviour?: Omit<StandInBehaviour, 'feePerThousandGas'>
}

/** The stand-ins of all wallets as a script that makes `putWallet`; bundled once. */
let bundled: Promise<string> | undefined
const makeBundle = (): Promise<string> =>
  scriptOf(`
      import { Secp256k1Wallet } from '@cosmjs/amino'
      import { DirectSecp256k1Wallet } from '@cosmjs/proto-signing'
      import { keplrStandIn, leapStandIn, ledgerStandIn } from './src/testing/wallets/keplrStandIn.ts'
      const kinds = { keplr: keplrStandIn, leap: leapStandIn, ledger: ledgerStandIn }
      window.putWallet = (wallet, privateKey, behaviour) => {
        const keys = Wallet => Wallet.fromKey(Uint8Array.from(privateKey), 'regen')
        let made
        const make = async () => kinds[wallet]({ direct: await keys(DirectSecp256k1Wallet), amino: await keys(Secp256k1Wallet) }, behaviour)
        const asked = []
        const call = name => async (...args) => {
          if (name.startsWith('sign')) asked.push(name)
          made ??= make()
          return (await made)[name](...args)
        }
        window[wallet === 'leap' ? 'leap' : 'keplr'] =
          Object.fromEntries(['enable', 'getKey', 'signDirect', 'signAmino'].map(name => [name, call(name)]))
        window.askedOfWallet = asked
      }`)

/** The stand-in of a wallet as a script that puts itself into a page, and signs with the keys of a recorded account. What it was asked to sign is `asked`. */
export async function walletScript({ wallet, account, behaviour = {} }: InBrowser): Promise<string> {
  const words = network.accounts[account]?.mnemonic
  if (words === undefined) throw new Error(`no such account: ${account}`)
  bundled ??= makeBundle()
  const given = [wallet, [...(await keyOf(words))], { chainIds: ['regen-devnet-1'], ...behaviour }]
  return `${await bundled}\nputWallet(...${JSON.stringify(given)})`
}
