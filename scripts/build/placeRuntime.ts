/**
 * Code as rolldown wrote it, by file, with what it adds of its own (for `export * as` and the like) in the file of the primitives. It writes that into a
 * file apart, which nearly every other one opens, and takes no group for it; the primitives those open anyway.
 */
export function placeRuntime(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const runtime = (files.get('shared/rolldown-runtime.js') ?? '').replace(/^export .*$/m, '')
  const names = [...runtime.matchAll(/^var (__(?:commonJSMin|exportAll|toESM)) =/gm)].map(([, name]) => name)
  return new Map(
    [...files].flatMap(([file, code]) => {
      if (file === 'shared/rolldown-runtime.js') return []
      if (file === 'shared/primitives.js')
        return [[file, `${runtime}export { ${names.join(', ')} };\n${code.replace(IMPORT, '')}`]]
      return [[file, code.replace(IMPORT, importFromPrimitives)]]
    }),
  )
}

const IMPORT = /^import \{([^}]*)\} from "(.*)rolldown-runtime\.js";$/m

/** `import { n as __exportAll } from "./rolldown-runtime.js";` → `import { __exportAll } from "./primitives.js";` */
const importFromPrimitives = (_: string, names: string, folder: string): string =>
  `import {${names.replace(/\w+ as /g, '')}} from "${folder}primitives.js";`
