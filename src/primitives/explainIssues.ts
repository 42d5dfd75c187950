/** An issue as zod reports it, as far as it is explained here. */
export type Issue = {
  readonly code?: string | undefined
  readonly message: string
  readonly path: readonly PropertyKey[]
  readonly expected?: unknown
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
  readonly minimum?: unknown
  readonly maximum?: unknown
  /** Whether the minimum or maximum itself is taken. */
  readonly inclusive?: boolean | undefined
  readonly errors?: readonly (readonly Issue[])[]
}

const MAX_LINES = 20

/** Given to each parse: our sentences, also where an application has told zod to speak in others. */
export const OWN_WORDS = { error: () => 'Invalid input' }

/** One line per wrong field, with its path; at most twenty, so that a hostile input cannot make a message of megabytes. */
export function explainIssues(issues: readonly Issue[]): string {
  const lines = issues.slice(0, MAX_LINES).map(issue => {
    const { problem, path } = explain(issue)
    const at = path.length === 0 ? '' : ` at ${path.map(String).join('.').slice(0, 200)}`
    return `✖ ${problem.slice(0, 400)}${at}`
  })
  return [...lines, ...(issues.length > MAX_LINES ? [`… and ${issues.length - MAX_LINES} more`] : [])].join(
    '\n',
  )
}

/** Says what was expected. Where zod was given a sentence of ours, that sentence. */
function explain(issue: Issue): Explained {
  const {
    code,
    message,
    path,
    expected,
    keys = [],
    values = [],
    minimum,
    maximum,
    inclusive,
    errors = [],
  } = issue
  if (code === 'invalid_union' && message === 'Invalid input') {
    const alternatives = errors
      .flatMap(alternative => alternative.slice(0, 1))
      .map(explain)
      .sort(deeperFirst)
    const [closest] = alternatives
    if (closest && closest.path.length > 0) return { ...closest, path: [...path, ...closest.path] }
    return { problem: [...new Set(alternatives.map(({ problem }) => problem))].join(' or '), path }
  }
  const problem =
    message !== 'Invalid input'
      ? message
      : code === 'invalid_type'
        ? `expected ${expected === 'int' ? 'a whole number' : String(expected)}`
        : code === 'unrecognized_keys'
          ? `unknown field: ${keys.join(', ')}`
          : code === 'invalid_value'
            ? `expected ${values.map(value => JSON.stringify(value)).join(' or ')}`
            : code === 'too_small'
              ? `${inclusive === false ? 'more than' : 'at least'} ${String(minimum)}`
              : code === 'too_big'
                ? `${inclusive === false ? 'less than' : 'at most'} ${String(maximum)}`
                : 'has another form than expected'
  return { problem, path }
}

type Explained = { readonly problem: string; readonly path: readonly PropertyKey[] }

const deeperFirst = (a: Explained, b: Explained): number => b.path.length - a.path.length
