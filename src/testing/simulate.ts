import { txSimulate } from '../node/endpoints.ts'
import { SimulateRequest } from '../wire/generated/cosmos/tx/v1beta1/service.ts'
import type { Clock } from './clock.ts'
import { openTx, type Signed } from './mempool.ts'
import type { RecordedResponse, Recordings } from './recordings.ts'
import type { LedgerAt } from './replay/replay.ts'
import { nextSequence, sequenceMismatch } from './signers.ts'

type Simulation = {
  readonly request: string
  readonly address: string
  readonly signed: Signed | null
  readonly response: RecordedResponse
}

/**
 * A simulation is answered as it was recorded, for the same messages, memo and sequence, where the ledger is the same,
 * or while transactions of its signer are pending. Fee, gas and public key of the request are not looked at: the gas
 * used is that of the recording. With another sequence it fails in the node's words.
 */
export function simulator(recordings: Recordings, clock: Clock, ledgerAt: LedgerAt) {
  const simulations = recordedSimulations(recordings)
  return (request: string): RecordedResponse | { readonly missing: string } => {
    const asked = openRequest(request)
    const body = asked ? Buffer.from(asked.bodyBytes) : null
    const alike = simulations.filter(({ signed }) => signed && body?.equals(signed.bodyBytes))
    const height = String(clock.height())
    for (const { request: recorded, signed, address, response } of alike) {
      const same = recorded === request || signed?.sequence === asked?.sequence
      const here = ledgerAt(BigInt(response.height)) === ledgerAt(clock.height())
      const pending = clock.pending().some(tx => tx.address === address)
      const next = pending && nextSequence(address, clock, ledgerAt) === signed?.sequence
      if (same && (here || next)) return { ...response, height }
    }
    const address = alike[0]?.address ?? ''
    const expected = nextSequence(address, clock, ledgerAt)
    if (asked && expected !== null && expected !== asked.sequence)
      return { ...failure(sequenceMismatch(expected, asked.sequence).log), height }
    return { missing: `a simulation of ${request} at height ${height}` }
  }
}

/** The signer of a simulation on its own is the one whose recorded transaction has the same first message. */
function recordedSimulations({ queries, txs }: Recordings): readonly Simulation[] {
  const own = txs.map(({ address, before: { simulate } }) => ({ address, ...simulate }))
  const others = queries
    .filter(({ path }) => path === txSimulate.path)
    .map(query => ({ address: signerIn(query.request, txs), ...query }))
  return [...own, ...others].map(({ address, request, response }) => ({
    address,
    request,
    response,
    signed: openRequest(request),
  }))
}

/** The first address that a message names is its signer's. */
function signerIn(request: string, txs: Recordings['txs']): string {
  const [first = ''] = /regen1[a-z0-9]{38}/.exec(Buffer.from(request, 'base64').toString('latin1')) ?? []
  return txs.some(({ address }) => address === first) ? first : ''
}

function openRequest(base64: string): Signed | null {
  try {
    return openTx(SimulateRequest.decode(new Uint8Array(Buffer.from(base64, 'base64'))).txBytes)
  } catch {
    return null
  }
}

const failure = (log: string): RecordedResponse => ({
  code: 6,
  codespace: 'sdk',
  log: `rpc error: code = Unknown desc = ${log} [cosmos/cosmos-sdk@v0.53.4/x/auth/ante/sigverify.go:364] with gas used: '14771': unknown request`,
  key: null,
  value: null,
  height: '',
})
