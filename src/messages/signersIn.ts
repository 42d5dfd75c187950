import type { MessageType } from './defineMessage.ts'

/** Who signs a message: one account, or several where its field is a list, such as the proposers of a group. An input of a send is signed by its address. */
export function signersIn({ signer }: MessageType, value: object): readonly string[] {
  const found = (value as { readonly [field: string]: unknown })[signer]
  return [found].flat().flatMap((one): readonly string[] => {
    const account: unknown = typeof one === 'object' && one !== null && 'address' in one ? one.address : one
    return typeof account === 'string' && account !== '' ? [account] : []
  })
}
