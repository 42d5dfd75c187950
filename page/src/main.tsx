/** @jsxImportSource preact */
import { render } from 'preact'
import { App } from './App.tsx'

const root = document.getElementById('page')
if (root !== null) {
  root.textContent = ''
  render(<App />, root)
}
