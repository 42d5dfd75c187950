import { addRatio, mulCeil, ONE, type Ratio } from '../../../primitives/ratio.ts'

/**
 * Gas that each transaction uses in its block and not in a simulation: the counter of transactions that x/wasm keeps.
 *
 *     read    1,000 + 3 × (1 + 12)         a key of 1 byte, a value of 12
 *     write   2,000 + 30 × (1 + 12)
 *
 * Everything else costs the same, if what is simulated has the fee, the keys and signatures of 64 bytes: the check of a signature is
 * charged in a simulation, too, whatever the signature. So there is nothing to add for each signer.
 *
 * @see wasmd x/wasm/keeper CountTXDecorator, which returns at once in a simulation; cosmos-sdk store/types KVGasConfig
 */
const GAS_LEFT_OUT = 3_429n

/**
 * For each byte of a transaction. The gas limit and the fee are written with more digits than in the simulation, which did not know them.
 *
 * @see cosmos-sdk x/auth/ante ConsumeTxSizeGasDecorator; TxSizeCostPerByte of its parameters
 */
const GAS_PER_BYTE = 10n

/** A tenth: for what changes between the simulation and the block, such as an order that has become smaller. */
export const DEFAULT_GAS_MARGIN = '0.1'

/**
 * The gas limit to sign.
 *
 *     limit = ceil( (simulated + left out + 10 × bytes more) × (1 + margin) )
 */
export const gasLimitFor = (simulated: bigint, bytesMore: bigint, margin: Ratio): bigint =>
  mulCeil(simulated + GAS_LEFT_OUT + GAS_PER_BYTE * bytesMore, addRatio(ONE, margin))
