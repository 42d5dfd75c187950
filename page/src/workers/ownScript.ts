/** The script that holds everything, as an address that a worker can be started from. Only where the page was opened as a file. */
export function ownScript(): string {
  address ??= URL.createObjectURL(
    new Blob([`(${String(Reflect.get(self, 'everything'))})()`], { type: 'text/javascript' }),
  )
  return address
}

let address: string | undefined
