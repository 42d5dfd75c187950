import tseslint from 'typescript-eslint'

const noFloats = [
  { selector: "CallExpression[callee.name='Number']", message: 'Money is bigint: no Number() here.' },
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is bigint: no parseFloat() here.' },
  { selector: "MemberExpression[object.name='Math']", message: 'Money is bigint: no Math.* here.' },
  { selector: "UnaryExpression[operator='+']", message: 'Money is bigint: no unary plus here.' },
]

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/wire/generated'] },
  {
    files: ['{src,test,scripts,examples}/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['src/{primitives,mechanisms,policy,epoch,messages,preview}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noFloats] },
  },
)
