import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE } from './packageFolder.ts'

const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
  version: string
}

export const VERSION = manifest.version
