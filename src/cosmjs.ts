export { AMINO_CONVERTERS as aminoConverters, type AminoConverter } from './wire/aminoJson.ts'
export { type DecodedTx, decodeTx } from './wire/decodeTx.ts'
export { registryTypes } from './wire/registryTypes.ts'
export { unpackMessages } from './wire/unpackMessages.ts'
