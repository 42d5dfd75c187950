declare module 'virtual:recorded-network' {
  export const network: import('../../src/network/index.ts').Network
}

declare module 'virtual:first-preview' {
  export const firstPreview: import('./preview/readAndShow.ts').Read
}

declare module 'worker:*' {
  const address: string
  export default address
}
