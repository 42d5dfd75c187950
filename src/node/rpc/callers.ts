/** Listens to the signals of calls: once to each signal, however many calls share it, and only while one of them is open. */
export type Callers = {
  readonly watch: (signal: AbortSignal | undefined) => void
  readonly forget: (signal: AbortSignal | undefined) => void
}

export function watchCallers(onAbort: (signal: AbortSignal) => void): Callers {
  const watched = new Map<AbortSignal, { calls: number; readonly stop: () => void }>()
  return {
    watch(signal) {
      if (!signal) return
      const known = watched.get(signal)
      if (known) known.calls++
      else {
        const listener = () => onAbort(signal)
        signal.addEventListener('abort', listener)
        watched.set(signal, { calls: 1, stop: () => signal.removeEventListener('abort', listener) })
      }
    },
    forget(signal) {
      const known = signal && watched.get(signal)
      if (!known || --known.calls > 0) return
      watched.delete(signal)
      known.stop()
    },
  }
}
