import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/**
 * Reads files that a reader gives, the newest one where several are given: an older one that is read later is dropped, and so is one that was given for something
 * else than what `of` names now. What is too large or cannot be read is said.
 */
export function useFile(
  of: string,
  largest: number,
  onText: (text: string) => void,
): { readonly problem: string; readonly read: (file: File | undefined) => Promise<void> } {
  const [problem, setProblem] = useState('')
  const newest = useRef<File | null>(null)
  const take = useRef(onText)
  take.current = onText
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is for what `of` named when it was given
  useLayoutEffect(() => {
    setProblem('')
    return () => {
      newest.current = null
    }
  }, [of])
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    newest.current = file
    setProblem('')
    const unlessOlder = (next: () => void) => {
      if (newest.current === file) next()
    }
    if (file.size > largest) {
      setProblem(`${file.name.slice(0, 80)} is larger than ${largest / 1e6} MB, the most that is read here.`)
      return
    }
    await file.text().then(
      text => unlessOlder(() => take.current(text)),
      () => unlessOlder(() => setProblem(`${file.name.slice(0, 80)} cannot be read.`)),
    )
  }
  return { problem, read }
}
