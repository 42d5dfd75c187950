import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// npx vite examples/front-ends/react
export default defineConfig({ plugins: [react()] })
