import { SimulateResponse } from '../wire/generated/cosmos/tx/v1beta1/service.ts'
import { openTx, type Signed } from './mempool.ts'
import type { RecordedTx } from './recordings.ts'

/**
 * What the ante handlers of a v7 node charge, as far as it depends on the form of a transaction. The tests hold it against every recorded
 * transaction that succeeded.
 */

/** Outside of a simulation: x/wasm reads and writes its counter of transactions. */
const COUNTER = 3_429n
/** For each byte of the transaction. */
const A_BYTE = 10n
/** In a simulation, for a signature that is not there: 106 bytes of a mock, and 6. */
const MOCK_SIGNATURE = 1_120n
/** Taking the fee from its payer, where the recording does not tell it. */
const FEE_TAKEN = 16_539n

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** The gas of a recorded simulation. */
const gasOf = (value: string): bigint => SimulateResponse.decode(bytesOf(value)).gasInfo?.gasUsed ?? 0n

type Recording = { readonly signed: Signed; readonly value: string; readonly tx: RecordedTx | null }

/**
 * A recorded simulation, had it been of another form of the same messages.
 *
 *     recorded + 10 × bytes more + taking the fee, if there is one − 1,120 for each signature that is there
 */
export function simulatedAs(asked: Signed, { signed, value, tx }: Recording): string {
  const recorded = gasOf(value)
  const feeOf = ({ fee }: Signed) => (fee === '' ? 0n : feeTaken(recorded, signed, tx))
  const gasUsed =
    recorded +
    A_BYTE * BigInt(asked.length - signed.length) +
    feeOf(asked) -
    feeOf(signed) -
    MOCK_SIGNATURE * BigInt(asked.signatures - signed.signatures)
  const response = SimulateResponse.decode(bytesOf(value))
  const gasInfo = { gasWanted: asked.gasLimit, gasUsed }
  return Buffer.from(SimulateResponse.encode({ ...response, gasInfo }).finish()).toString('base64')
}

/** What the block charged beyond the recorded simulation, without what is known. */
function feeTaken(recorded: bigint, signed: Signed, record: RecordedTx | null): bigint {
  if (record?.tx?.tx_result.code !== 0) return FEE_TAKEN
  const bytes = openTx(bytesOf(record.txBytes))
  if (bytes === null) return FEE_TAKEN
  const known = COUNTER + A_BYTE * BigInt(bytes.length - signed.length)
  const signatures = MOCK_SIGNATURE * BigInt(bytes.signatures - signed.signatures)
  return BigInt(record.tx.tx_result.gas_used) - recorded - known + signatures
}

/** The gas that a recorded transaction would have used in its block with more or fewer bytes. */
export const usedAs = (length: number, { txBytes, tx }: RecordedTx): bigint =>
  BigInt(tx?.tx_result.gas_used ?? 0) + A_BYTE * BigInt(length - bytesOf(txBytes).length)
