import tseslint from 'typescript-eslint'

const noFloats = [
  { selector: "CallExpression[callee.name='Number']", message: 'Money is bigint: no Number() here.' },
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is bigint: no parseFloat() here.' },
  { selector: "MemberExpression[object.name='Math']", message: 'Money is bigint: no Math.* here.' },
  { selector: "UnaryExpression[operator='+']", message: 'Money is bigint: no unary plus here.' },
]

/** That money is no number. What needs types, promises above all, oxlint sees in a tenth of the time (`.oxlintrc.json`). */
export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/wire/generated', 'src/policy/generated'] },
  {
    files: ['src/{primitives,mechanisms,policy,epoch,messages,preview}/**/*.ts'],
    // Where doubles are proven to be exact.
    ignores: ['src/primitives/doubles.ts', 'src/epoch/fees/smallFees.ts'],
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': ['error', ...noFloats] },
  },
)
