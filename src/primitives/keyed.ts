/** Items by a name of theirs; of several with one name the last. A `Map` of pairs is the same, at several times the time. */
export function keyed<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item> {
  const byName = new Map<string, Item>()
  for (const item of items) byName.set(nameOf(item), item)
  return byName
}

export const byAddress = ({ address }: { readonly address: string }): string => address
