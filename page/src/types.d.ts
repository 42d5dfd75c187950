declare module 'virtual:recorded-network' {
  export const network: import('../../src/network/index.ts').Network
}

declare module 'worker:*' {
  const address: string
  export default address
}
