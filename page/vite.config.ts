import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { CHUNKS } from './chunks.ts'
import { everything } from './everything.ts'
import { firstMarket } from './firstMarket.ts'
import { firstPreview } from './firstPreview.ts'
import { recordedNode } from './recordedNode.ts'
import { sealed } from './sealed.ts'
import { workers } from './workers.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  root: path('.'),
  base: './',
  plugins: [
    workers([recordedNode]),
    firstMarket,
    firstPreview,
    recordedNode,
    sealed,
    everything(path('./src/everything.ts'), [firstMarket, firstPreview, recordedNode]),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // What the first view needs is named in the HTML; the rest is loaded when it is wanted.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // How long each plugin took is no news to who installs the package, nor that steps of sending stand in one file on purpose.
      checks: { pluginTimings: false, ineffectiveDynamicImport: false },
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
})
