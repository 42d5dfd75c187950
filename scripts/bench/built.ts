import { existsSync } from 'node:fs'

/** A file of the build, which is what users run. */
export function built(file: string): string {
  const url = new URL(`../../dist/${file}`, import.meta.url)
  if (!existsSync(url)) throw new Error(`dist/${file} is missing: run "npm run build" first`)
  return url.href
}
