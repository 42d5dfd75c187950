import { build, type Plugin } from 'vite'

/** A file with all that it imports as one plain script. */
export async function oneScript(entry: string, plugins: readonly Plugin[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [...plugins],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  })
  const output = [built].flat().flatMap(made => ('output' in made ? made.output : []))
  return output.map(made => (made.type === 'chunk' ? made.code : '')).join('')
}
