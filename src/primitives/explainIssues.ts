/** One line a wrong field, with its path; at most twenty, so that a hostile input cannot make a message of megabytes. */
export function explainIssues(
  issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[],
): string {
  const lines = issues.slice(0, 20).map(({ message, path }) => {
    const at = path.length === 0 ? '' : ` at ${path.map(String).join('.').slice(0, 200)}`
    return `✖ ${message.slice(0, 400)}${at}`
  })
  return [...lines, ...(issues.length > 20 ? [`… and ${issues.length - 20} more`] : [])].join('\n')
}
