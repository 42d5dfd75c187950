/** Starts the worker that the address of its script names. One that cannot start says so: an error of a script that is loaded later is otherwise heard by nobody. */
export const startNamed = (workers: { readonly [name: string]: () => Promise<unknown> }): void =>
  void workers[location.hash.slice(1)]?.().catch(reportError)
