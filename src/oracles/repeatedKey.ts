/**
 * The first name that stands twice in one object of a JSON text, or null. JSON.parse keeps the last of the two and says nothing: one reader would then
 * see another price than the next. The text is JSON that was parsed before.
 */
export function repeatedKey(text: string): string | null {
  /** The names so far of each open object; null for a list. */
  const open: (Set<string> | null)[] = []
  let previous = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const names = open.at(-1)
      const name = JSON.parse(previous) as string
      if (names?.has(name)) return name
      names?.add(name)
    }
    previous = token
  }
  return null
}

/** What matters for names: brackets, colons, and texts whole. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g
