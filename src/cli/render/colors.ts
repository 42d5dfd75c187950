/** Whether output is coloured: NO_COLOR forbids it, FORCE_COLOR asks for it (not with 0), else a terminal has colours unless it is a dumb one. */
export function wantsColors(env: (name: string) => string | undefined, isTerminal: boolean): boolean {
  const forced = env('FORCE_COLOR')
  if (env('NO_COLOR')) return false
  if (forced !== undefined) return !['0', 'false'].includes(forced)
  return isTerminal && env('TERM') !== 'dumb'
}
