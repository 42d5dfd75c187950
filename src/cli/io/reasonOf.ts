/** What the codes of the platform say, for those that people meet. */
const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  EDQUOT: 'the quota of space is used up',
  EFBIG: 'the file is larger than is allowed',
  EEXIST: 'there is a file of that name',
  EMFILE: 'too many files are open',
  EADDRINUSE: 'another program uses it; with --port 0 any free one is taken',
}

/** Why a file could not be read or written, in a few words; the platform's own sentence repeats the path. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return String(error)
  const code = String(error.code)
  return REASONS[code] ?? code
}
