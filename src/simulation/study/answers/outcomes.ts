import {
  isKnown,
  isKnownRow,
  OUTCOME_NAMES,
  type Outcome,
  type OutcomeName,
  outcomeOfRow,
} from '../../run/outcome.ts'

/** The outcomes of the runs of a study, in the order of the runs. Those that ended early are counted, and are in no quantile and no share. */
export type Outcomes = {
  /** All runs that there are results of. */
  readonly runs: number
  readonly endedEarly: number
  /** One outcome of every run that came to its end, in an array of its own. */
  readonly values: (name: OutcomeName) => Float64Array
  /** Every run that came to its end. */
  readonly whole: () => Iterable<Outcome>
}

/** Outcomes that are at hand. */
export function listedOutcomes(outcomes: readonly Outcome[]): Outcomes {
  const known = outcomes.filter(isKnown)
  return {
    runs: outcomes.length,
    endedEarly: outcomes.length - known.length,
    values: name => Float64Array.from(known, outcome => outcome[name]),
    whole: () => known,
  }
}

/** Rows of outcomes by the first run of their part, each outcome eight bytes: what a study of many runs keeps of a run. */
export type OutcomeRows = Map<number, Float64Array>

const WIDTH = OUTCOME_NAMES.length

/** Keeps the outcomes of a part. */
export const keepRows = (rows: OutcomeRows, from: number, outcomes: readonly (readonly number[])[]): void => {
  rows.set(from, Float64Array.from(outcomes.flat()))
}

/** Every row with its run, in the order of the runs. */
export function* rowsIn(rows: OutcomeRows): Generator<readonly [run: number, row: Float64Array]> {
  for (const from of [...rows.keys()].sort((a, b) => a - b)) {
    const values = rows.get(from) ?? new Float64Array()
    for (let at = 0; at < values.length; at += WIDTH)
      yield [from + at / WIDTH, values.subarray(at, at + WIDTH)]
  }
}

/** Outcomes that are kept as rows; each is made an object only while somebody looks at it. */
export function keptOutcomes(rows: OutcomeRows): Outcomes {
  let [runs, whole] = [0, 0]
  for (const [, row] of rowsIn(rows)) {
    runs++
    if (isKnownRow(row)) whole++
  }
  return {
    runs,
    endedEarly: runs - whole,
    values(name) {
      const column = new Float64Array(whole)
      const index = OUTCOME_NAMES.indexOf(name)
      let run = 0
      for (const [, row] of rowsIn(rows)) if (isKnownRow(row)) column[run++] = row[index] as number
      return column
    },
    *whole() {
      for (const [, row] of rowsIn(rows)) if (isKnownRow(row)) yield outcomeOfRow(row)
    },
  }
}
