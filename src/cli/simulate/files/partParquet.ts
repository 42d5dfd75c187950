import { byColumn, COLUMNS, unknownColumn } from '../../../simulation/run/columns.ts'
import type { Part } from '../../../simulation/study/runPart.ts'

/** The periods of a part as a Parquet file. */

/** The rows of a part that were computed; a run that ended early has fewer. */
export function rowsOf({ periods: { supply } }: Pick<Part, 'periods'>): Int32Array {
  const rows = new Int32Array(supply.length)
  let count = 0
  for (let row = 0; row < supply.length; row++) if (!Number.isNaN(supply[row])) rows[count++] = row
  return rows.subarray(0, count)
}

/** Run and period, then the columns of `COLUMNS`, a row for each period that was computed; uregen as 64-bit whole numbers. */
function parquetColumns(part: Pick<Part, 'from' | 'to' | 'periods'>) {
  const { from, to, periods } = part
  const rows = rowsOf(part)
  const length = periods.supply.length / (to - from)
  return [
    { name: 'run', type: 'INT32' as const, data: rows.map(row => from + Math.floor(row / length)) },
    { name: 'period', type: 'INT32' as const, data: rows.map(row => row % length) },
    ...COLUMNS.map(({ name, unit }) => {
      const column = periods[name]
      const data = Float64Array.from(rows, row => column[row] as number)
      if (unit === 'uregen') return { name, type: 'INT64' as const, data: BigInt64Array.from(data, BigInt) }
      return unit === 'count'
        ? { name, type: 'INT32' as const, data: Int32Array.from(data) }
        : { name, type: 'DOUBLE' as const, data }
    }),
  ]
}

export async function parquetBytes(part: Part): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  return new Uint8Array(parquetWriteBuffer({ columnData: parquetColumns(part), rowGroupSize: 100_000 }))
}

/** The columns of a part, each period in its place; NaN where there is no row. */
export async function columnsOf(
  bytes: Uint8Array,
  { from, to }: Pick<Part, 'from' | 'to'>,
  length: number,
): Promise<Part['periods']> {
  const { parquetRead } = await import('hyparquet')
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const places = new Int32Array((to - from) * length)
  await parquetRead({
    file,
    columns: ['run', 'period'],
    onChunk({ columnName, columnData, rowStart }) {
      for (let index = 0; index < columnData.length; index++) {
        const value = Number(columnData[index])
        places[rowStart + index] =
          (places[rowStart + index] as number) + (columnName === 'run' ? (value - from) * length : value)
      }
    },
  })
  const columns = byColumn(() => unknownColumn(places.length))
  await parquetRead({
    file,
    columns: COLUMNS.map(({ name }) => name),
    onChunk({ columnName, columnData, rowStart }) {
      const column = columns[columnName as keyof typeof columns]
      for (let index = 0; index < columnData.length; index++)
        column[places[rowStart + index] as number] = Number(columnData[index])
    },
  })
  return columns
}
