import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

// npx vite examples/front-ends/svelte
export default defineConfig({ plugins: [svelte()] })
