declare module 'virtual:recorded-node' {
  /** `Answers` as JSON, gzipped, in base64. */
  export const packed: string
}

declare module 'virtual:first-preview' {
  export const firstPreview: import('./preview/readAndShow.ts').Read
}

declare module 'worker:*' {
  const address: string
  export default address
}
