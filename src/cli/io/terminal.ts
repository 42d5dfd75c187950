/** Whether output is coloured: NO_COLOR forbids it, FORCE_COLOR asks for it (not with 0), else a terminal has colours unless it is a dumb one. */
export function wantsColors(env: (name: string) => string | undefined, isTerminal: boolean): boolean {
  const forced = env('FORCE_COLOR')
  if (env('NO_COLOR')) return false
  if (forced !== undefined) return !['0', 'false'].includes(forced)
  return isTerminal && env('TERM') !== 'dumb'
}

/** Narrower than that nothing can be read; wider than that no line is. */
const [NARROWEST, WIDEST] = [20, 500]

/** How wide a terminal is: what it says itself, else COLUMNS, else 80. Null where output goes elsewhere and nothing is said. */
export function columnsOf(
  env: (name: string) => string | undefined,
  { isTTY = false, columns }: { readonly isTTY?: boolean; readonly columns?: number },
): number | null {
  const told = env('COLUMNS') ?? ''
  const named = /^[1-9]\d{0,5}$/.test(told) ? Number(told) : null
  const width = isTTY ? columns || named || 80 : named
  return width === null ? null : Math.min(Math.max(width, NARROWEST), WIDEST)
}
