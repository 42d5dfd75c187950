import type { Plugin } from 'vite'
import { literal } from './literal.ts'
import { firstText } from './src/preview/examples.ts'
import { readAndShow } from './src/preview/readAndShow.ts'

const NAME = 'virtual:first-preview'

/** The preview of the first example, made when the page is built: the page shows it without waiting for the worker that makes all others. */
export const firstPreview: Plugin = {
  name: 'first preview',
  resolveId: id => (id === NAME ? `\0${NAME}` : null),
  async load(id) {
    if (id !== `\0${NAME}`) return null
    const read = await readAndShow(firstText, { kind: 'bundled' }, '', new AbortController().signal)
    return `export const firstPreview = ${literal(read)}`
  },
}
