import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { contentPolicy } from '../src/cli/page/headers.ts'

const FOLDER = readFileSync(fileURLToPath(new URL('./folder.js', import.meta.url)), 'utf8')

/**
 * The hash of everything that the page loads, in its HTML: of scripts and style sheets that are loaded with it in their tags, of every module that is loaded
 * later in the import map. The content policy names the hash of what stands in the HTML itself: the import map, and the script for who opens it as a file.
 */
export const sealed: Plugin = {
  name: 'sealed',
  enforce: 'post',
  // Only what is written is final: Vite changes scripts until then.
  writeBundle({ dir = '' }, bundle) {
    const hashOf = (file: string) => digest('sha384', readFileSync(`${dir}/${file}`))
    const importsOf = (file: string): readonly string[] => {
      const chunk = bundle[file]
      return chunk?.type === 'chunk' ? chunk.imports : []
    }
    const text = readFileSync(`${dir}/index.html`, 'utf8')
    const [, entry = ''] = /src="\.\/([^"]+\.js)"/.exec(text) ?? []
    const first = new Set<string>()
    const visit = (file: string) => {
      if (first.has(file)) return
      first.add(file)
      importsOf(file).forEach(visit)
    }
    importsOf(entry).forEach(visit)
    const preloads = [...first].map(
      file => `<link rel="modulepreload" crossorigin href="./${file}" integrity="${hashOf(file)}">\n    `,
    )
    const modules = Object.values(bundle).filter(made => made.type === 'chunk')
    const importMap = JSON.stringify({
      integrity: Object.fromEntries(modules.map(({ fileName }) => [`./${fileName}`, hashOf(fileName)])),
    })
    const policy = contentPolicy([importMap, FOLDER].map(inline => digest('sha256', inline)))
    writeFileSync(
      `${dir}/index.html`,
      text
        .replace(
          '<meta charset="utf-8" />',
          `$&
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <script type="importmap">${importMap}</script>`,
        )
        .replace(
          /<(?:script|link)\b[^>]*?(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g,
          (tag, file: string) => `${tag} integrity="${hashOf(file)}"`,
        )
        .replace('<link rel="stylesheet"', `${preloads.join('')}$&`)
        .replace('</body>', () => `<script>${FOLDER}</script>\n  </body>`),
    )
  },
}

const digest = (algorithm: 'sha256' | 'sha384', content: string | Uint8Array): string =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`
