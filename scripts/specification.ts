import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderSpecification } from './specification/render.ts'

/** Writes docs/specification.md: `npx tsx scripts/specification.ts`. */
writeFileSync(fileURLToPath(new URL('../docs/specification.md', import.meta.url)), renderSpecification())
