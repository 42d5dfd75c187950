import ts from 'typescript'

/**
 * Marks what constants of a module are computed from as free of side effects: `const A = f(B)` becomes
 * `const A = /* @__PURE__ *\/ (() => f(B))()`.
 *
 * In one file with others, a bundler keeps what it cannot prove unused. Nothing in src/ does anything on import
 * (`sideEffects: false`), so every constant that nobody uses may go; this says so, constant by constant.
 */
export function markPure(file: string, code: string): string {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const initializers = source.statements.flatMap(statement =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({ initializer }) => initializer ?? [])
      : [],
  )
  return initializers.filter(computes).reduceRight((text, initializer) => {
    const [start, end] = [initializer.getStart(), initializer.getEnd()]
    return `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`
  }, code)
}

/** Whether evaluating it does more than name a value: it calls, makes, spreads or reads a property. */
function computes(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false
  if (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isComputedPropertyName(node) ||
    ts.isTemplateExpression(node)
  )
    return true
  return ts.forEachChild(node, child => computes(child) || undefined) ?? false
}
