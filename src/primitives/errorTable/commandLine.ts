/** What only the command line says. See errorTable.ts. */

export const FILE_UNREADABLE = {
  code: 'FILE_UNREADABLE',
  problem: ({ file, reason }: { file: string; reason: string }) =>
    `${file || 'A file without a name'} cannot be read: ${reason}.`,
  fix: 'Check the path and its permissions.',
} as const

export const FILE_UNWRITABLE = {
  code: 'FILE_UNWRITABLE',
  problem: ({ file, reason }: { file: string; reason: string }) =>
    `${file || 'A file without a name'} cannot be written: ${reason}.`,
  fix: 'Check the folder, its permissions and the space that is left. A file that was there is as it was.',
} as const

export const TX_NOT_FOUND = {
  code: 'TX_NOT_FOUND',
  problem: ({ chainId, hash }: { chainId: string; hash: string }) =>
    `No block of ${chainId} has a transaction ${hash}, as far as this node knows.`,
  fix: 'Check the hash and the chain, or name a node that keeps older blocks.',
} as const

export const STUDY_STOPPED = {
  code: 'STUDY_STOPPED',
  problem: ({ whole, of, folder }: { whole: number; of: number; folder: string | null }) =>
    folder === null
      ? `Stopped with ${whole} of ${of} parts computed; nothing is kept without --out.`
      : `Stopped: ${whole} of ${of} parts are whole in ${folder}.`,
  fix: 'The same command with --out goes on where it stopped.',
} as const

export const CODE_UNKNOWN = {
  code: 'CODE_UNKNOWN',
  problem: ({ code }: { code: string }) => `There is no warning or error "${code}".`,
  fix: 'Run "regen-fees explain" without a code for the list.',
} as const
