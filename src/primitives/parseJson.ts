/** Deeper than any answer of a node, and far below what a parser or a walk over the data could choke on. */
const DEEPEST = 100

/** JSON.parse for text from elsewhere: a SyntaxError for JSON that is nested more than 100 deep, before it is parsed. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`nested more than ${DEEPEST} deep`)
  return JSON.parse(text)
}

/** Counts brackets outside of strings; one pass, and it ends at the first that is too deep. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === BRACKET || code === BRACE) {
      if (++depth > DEEPEST) return true
    } else if (code === BRACKET + 2 || code === BRACE + 2) depth--
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** '[' and '{'; what closes them comes two later. */
const BRACKET = 0x5b
const BRACE = 0x7b
