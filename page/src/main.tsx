/** @jsxImportSource preact */
import { render } from 'preact'
import { App } from './App.tsx'

// In a task of its own: to read the scripts is one already.
setTimeout(() => {
  const root = document.getElementById('page')
  if (root === null) return
  root.textContent = ''
  render(<App />, root)
})
