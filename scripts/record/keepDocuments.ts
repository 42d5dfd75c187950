import type { Person } from '../../test/live/people.ts'

/** A person whose amino wallet shows what it signs. */
export function keepingDocuments(person: Person, keep: (document: unknown) => void): Person {
  const { amino } = person.wallets
  if (!('signAmino' in amino)) return person
  return {
    ...person,
    wallets: {
      ...person.wallets,
      amino: {
        getAccounts: () => amino.getAccounts(),
        signAmino: (address, document) => {
          keep(document)
          return amino.signAmino(address, document)
        },
      },
    },
  }
}
