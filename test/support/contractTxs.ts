import { readFileSync } from 'node:fs'
import { BinaryReader } from '@bufbuild/protobuf/wire'

/** One recorded transaction of the four contracts: what was instantiated or executed, with what, and what the contract said of it. */
export type ContractTx = {
  readonly kind: 'instantiate' | 'execute'
  readonly contract: string
  readonly sender: string
  readonly height: number
  /** The message: one variant and its arguments, or the arguments of the instantiation. */
  readonly msg: Readonly<Record<string, unknown>>
  /** uregen that came with it. */
  readonly funds: bigint
  /** The attributes of its wasm event. */
  readonly said: Readonly<Record<string, string>>
}

type Fields = ReadonlyMap<number, readonly Uint8Array[]>

/** The length-delimited fields of a message, by number. */
function fieldsOf(bytes: Uint8Array): Fields {
  const reader = new BinaryReader(bytes)
  const fields = new Map<number, Uint8Array[]>()
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag()
    if (wireType !== 2) reader.skip(wireType)
    else fields.set(field, [...(fields.get(field) ?? []), reader.bytes()])
  }
  return fields
}

const first = (fields: Fields, field: number): Uint8Array => fields.get(field)?.[0] ?? new Uint8Array()
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

type Line = {
  readonly tx: {
    readonly height: string
    readonly tx: string
    readonly tx_result: {
      readonly events: readonly {
        readonly type: string
        readonly attributes: readonly { readonly key: string; readonly value: string }[]
      }[]
    }
  }
}

function parse({ tx: { height, tx, tx_result } }: Line): ContractTx {
  const [event] = tx_result.events.filter(({ type }) => type === 'wasm')
  const said = Object.fromEntries((event?.attributes ?? []).map(({ key, value }) => [key, value]))
  const any = fieldsOf(first(fieldsOf(first(fieldsOf(Buffer.from(tx, 'base64')), 1)), 1))
  const message = fieldsOf(first(any, 2))
  const executes = text(first(any, 1)).endsWith('MsgExecuteContract')
  const coin = fieldsOf(first(message, executes ? 5 : 6))
  return {
    kind: executes ? 'execute' : 'instantiate',
    contract: said['_contract_address'] ?? '',
    sender: text(first(message, 1)),
    height: parseInt(height, 10),
    msg: JSON.parse(text(first(message, executes ? 3 : 5))),
    funds: BigInt(text(first(coin, 2)) || '0'),
    said,
  }
}

export const contractTxs: readonly ContractTx[] = readFileSync(
  new URL('../recordings/contract-txs.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map(line => parse(JSON.parse(line)))
