/** Starts the worker that the address of its script names. */
export const startNamed = (workers: { readonly [name: string]: () => Promise<unknown> }): void =>
  void workers[location.hash.slice(1)]?.()
