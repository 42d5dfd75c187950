declare module 'virtual:recorded-node' {
  /** `Answers` as JSON, gzipped, in base64. */
  export const packed: string
}

declare module 'virtual:first-preview' {
  export const firstPreview: import('./preview/readAndShow.ts').Read
}

declare module 'virtual:first-market' {
  export const firstMarket: {
    readonly market: import('./market/readMarket.ts').ShownMarket
    readonly wanted: import('./market/wanted.ts').Wanted
    readonly fill: import('../../src/orders/fill.ts').Fill | null
  }
}

declare module 'worker:*' {
  /** An address that the worker can be started from. */
  const script: () => Promise<string>
  export default script
}
