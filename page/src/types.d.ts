declare module 'virtual:recorded-node' {
  export const answers: import('./ledger/replay.ts').Answers
}

declare module 'virtual:first-preview' {
  export const firstPreview: import('./preview/readAndShow.ts').Read
}

declare module 'worker:*' {
  const address: string
  export default address
}
