/** Longer words are not compared: no name that is looked for is as long. */
const LONGEST = 100

/** The name that was most likely meant: the one with the fewest letters added, lost, changed or swapped; null where none is near. */
export function nearest(word: string, names: readonly string[]): string | null {
  if (word.length > LONGEST) return null
  const most = Math.max(2, Math.floor(word.length / 4))
  const [best] = names
    .filter(name => name.length <= LONGEST && Math.abs(name.length - word.length) <= most)
    .map(name => ({ name, steps: stepsBetween(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps)
  return best?.name ?? null
}

/** The optimal string alignment distance of two words. */
function stepsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const at = (up: number, left: number) => rows[row - up]?.[column - left] ?? 0
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line.push(
        Math.min(
          at(1, 0) + 1,
          (line[column - 1] ?? 0) + 1,
          at(1, 1) + (isSame ? 0 : 1),
          isSwapped ? at(2, 2) + 1 : Infinity,
        ),
      )
    }
    rows.push(line)
  }
  return rows[a.length]?.[b.length] ?? 0
}
