import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { PAGE_POLICY } from '../src/cli/page/headers.ts'
import { everything } from './everything.ts'
import { firstPreview } from './firstPreview.ts'
import { recordedNode } from './recordedNode.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** `import address from 'worker:./x.ts'`: the worker as an entry of the same build, so that it shares its code with the page. */
const workers: Plugin = {
  name: 'workers',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!id.startsWith('worker:')) return null
    const found = await this.resolve(id.slice('worker:'.length), importer)
    return found === null ? null : `\0worker:${found.id}`
  },
  load(id) {
    if (!id.startsWith('\0worker:')) return null
    const file = this.emitFile({ type: 'chunk', id: id.slice('\0worker:'.length) })
    return `export default import.meta.ROLLUP_FILE_URL_${file}`
  },
}

/** The content policy in the HTML, and the hash of every script and style sheet that is loaded with it. */
const sealed: Plugin = {
  name: 'sealed',
  enforce: 'post',
  transformIndexHtml: html =>
    html.replace(
      '<meta charset="utf-8" />',
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}" />`,
    ),
  // Only what is written is final: Vite changes scripts until then.
  writeBundle({ dir = '' }, bundle) {
    const html = `${dir}/index.html`
    const digest = (file: string) =>
      `integrity="sha384-${createHash('sha384')
        .update(readFileSync(`${dir}/${file}`))
        .digest('base64')}"`
    const importsOf = (file: string): readonly string[] => {
      const chunk = bundle[file]
      return chunk?.type === 'chunk' ? chunk.imports : []
    }
    const needed = new Set<string>()
    const visit = (file: string) => {
      if (needed.has(file)) return
      needed.add(file)
      importsOf(file).forEach(visit)
    }
    const text = readFileSync(html, 'utf8')
    const [, entry = ''] = /src="\.\/([^"]+\.js)"/.exec(text) ?? []
    importsOf(entry).forEach(visit)
    const preloads = [...needed]
      .map(file => `<link rel="modulepreload" crossorigin href="./${file}" ${digest(file)}>\n    `)
      .join('')
    writeFileSync(
      html,
      text
        .replace(
          /<(?:script|link)\b[^>]*?(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g,
          (tag, file: string) => `${tag} ${digest(file)}`,
        )
        .replace('<link rel="stylesheet"', `${preloads}<link rel="stylesheet"`),
    )
  },
}

export default defineConfig({
  root: path('.'),
  base: './',
  plugins: [
    workers,
    firstPreview,
    recordedNode,
    sealed,
    everything(path('./src/everything.ts'), [firstPreview, recordedNode]),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Its helper needs a document, which workers do not have; what the first view needs is named in the HTML.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    // Workers need what counts, and not what draws.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'preact', test: /node_modules\/preact/ }] } },
    },
  },
})
