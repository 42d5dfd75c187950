import { execFileSync } from 'node:child_process'

/** What buf says of the .proto files, as far as it is used here. */
export type FieldDescriptor = {
  readonly name: string
  readonly jsonName: string
  readonly number: number
  readonly type: string
  readonly typeName?: string
  readonly label: string
  readonly oneofIndex?: number
}
export type EnumDescriptor = {
  readonly name: string
  readonly value: readonly { readonly name: string; readonly number?: number }[]
}
export type MessageDescriptor = {
  readonly name: string
  readonly field?: readonly FieldDescriptor[]
  readonly nestedType?: readonly MessageDescriptor[]
  readonly enumType?: readonly EnumDescriptor[]
}
export type FileDescriptor = {
  readonly name: string
  readonly package: string
  readonly messageType?: readonly MessageDescriptor[]
  readonly enumType?: readonly EnumDescriptor[]
  readonly sourceCodeInfo?: {
    readonly location: readonly { readonly path?: readonly number[]; readonly leadingComments?: string }[]
  }
}

/** Every file below proto/, and the well-known types they import, as buf reads them. Nothing is fetched. */
export function readDescriptors(root: string, cache: string): readonly FileDescriptor[] {
  const image = execFileSync(`${root}/node_modules/.bin/buf`, ['build', '-o', '-#format=json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, BUF_CACHE_DIR: cache },
  })
  return (JSON.parse(image) as { readonly file: readonly FileDescriptor[] }).file
}
