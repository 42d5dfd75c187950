import { posix } from 'node:path'
import type { EnumDescriptor, FieldDescriptor, FileDescriptor, MessageDescriptor } from './descriptors.ts'

/** Where a message or enum is declared, and its name in TypeScript: Outer_Inner for one inside another. */
export type Declared = { readonly file: string; readonly name: string; readonly isEnum: boolean }

/** Every message and enum by its full name, such as '.regen.ecocredit.v1.MsgSend.SendCredits'. */
export function declaredIn(files: readonly FileDescriptor[]): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>()
  const add = (file: string, scope: string, outer: string, message: MessageDescriptor) => {
    const [full, name] = [`${scope}.${message.name}`, outer + message.name]
    found.set(full, { file, name, isEnum: false })
    for (const { name: inner } of message.enumType ?? [])
      found.set(`${full}.${inner}`, { file, name: `${name}_${inner}`, isEnum: true })
    for (const nested of message.nestedType ?? []) add(file, full, `${name}_`, nested)
  }
  for (const { name: file, package: scope, messageType = [], enumType = [] } of files) {
    for (const message of messageType) add(file, `.${scope}`, '', message)
    for (const { name } of enumType) found.set(`.${scope}.${name}`, { file, name, isEnum: true })
  }
  return found
}

/** The path of the module of a .proto file, below the folder of generated modules. */
export const modulePath = (proto: string): string => proto.replace(/\.proto$/, '.ts')

/** The module of one .proto file: its types, and the codec of each message. */
export function moduleOf(file: FileDescriptor, declared: ReadonlyMap<string, Declared>): string {
  const messages = allMessages(file)
  const enums = [
    ...(file.enumType ?? []).map((type, index) => ({ type, name: type.name, path: [5, index] })),
    ...messages.flatMap(({ message, name, path }) =>
      (message.enumType ?? []).map((type, index) => ({
        type,
        name: `${name}_${type.name}`,
        path: [...path, 4, index],
      })),
    ),
  ]
  const comment = commentsOf(file)
  const from = posix.dirname(file.name)
  const relative = (path: string) => {
    const found = posix.relative(from, path)
    return found.startsWith('.') ? found : `./${found}`
  }
  const imported = new Map<string, Set<string>>()
  for (const { message } of messages)
    for (const { typeName } of message.field ?? []) {
      const type = typeName === undefined ? undefined : declared.get(typeName)
      if (!type || type.file === file.name) continue
      const path = relative(modulePath(type.file))
      imported.set(path, (imported.get(path) ?? new Set()).add(`${type.isEnum ? 'type ' : ''}${type.name}`))
    }
  const imports = [...imported].map(
    ([path, names]) => `import { ${[...names].sort().join(', ')} } from '${path}'`,
  )
  return [
    `// Written by \`npm run generate\` from proto/${file.name}. Do not edit.`,
    ...(messages.length > 0
      ? [[`import { type Codec, message } from '${relative('../message.ts')}'`, ...imports].join('\n')]
      : []),
    ...enums.map(({ type, name, path }) => enumText(type, name, path, comment)),
    ...messages.map(({ message, name, path }) => messageText(message, name, path, declared, comment)),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n')
}

type Comment = (path: readonly number[], indent: string) => string
type Placed = { readonly message: MessageDescriptor; readonly name: string; readonly path: readonly number[] }

function allMessages({ messageType = [] }: FileDescriptor): readonly Placed[] {
  const below = (message: MessageDescriptor, outer: string, path: readonly number[]): readonly Placed[] => [
    { message, name: outer + message.name, path },
    ...(message.nestedType ?? []).flatMap((nested, index) =>
      below(nested, `${outer}${message.name}_`, [...path, 3, index]),
    ),
  ]
  return messageType.flatMap((message, index) => below(message, '', [4, index]))
}

/** The comments of our own .proto files; those of the well-known types are not our text. */
function commentsOf({ name, sourceCodeInfo }: FileDescriptor): Comment {
  const isOurs = !name.startsWith('google/')
  const byPath = new Map(
    (sourceCodeInfo?.location ?? []).flatMap(({ path, leadingComments }) =>
      isOurs && leadingComments ? [[String(path), leadingComments.trim()] as const] : [],
    ),
  )
  return (path, indent) => {
    const lines = byPath.get(String(path))?.split('\n')
    if (!lines) return ''
    if (lines.length === 1) return `${indent}/** ${lines[0]?.trim()} */\n`
    return `${indent}/**\n${lines.map(line => `${indent} * ${line.trim()}`.trimEnd()).join('\n')}\n${indent} */\n`
  }
}

function enumText(type: EnumDescriptor, name: string, path: readonly number[], comment: Comment): string {
  const values = type.value.map(
    (value, index) => `${comment([...path, 2, index], '  ')}  ${value.name}: ${value.number ?? 0},`,
  )
  return [
    `${comment(path, '')}export const ${name} = {`,
    ...values,
    '  UNRECOGNIZED: -1,',
    '} as const',
    `export type ${name} = (typeof ${name})[keyof typeof ${name}]`,
  ].join('\n')
}

function messageText(
  { field = [] }: MessageDescriptor,
  name: string,
  path: readonly number[],
  declared: ReadonlyMap<string, Declared>,
  comment: Comment,
): string {
  const kinds = field.map(given => kindOf(given, declared))
  const members = field.map(
    ({ jsonName, oneofIndex }, index) =>
      `${comment([...path, 2, index], '  ')}  ${jsonName}${oneofIndex === undefined ? '' : '?'}: ${kinds[index]?.typeScript ?? ''}`,
  )
  const list = field.map(({ jsonName, number }, index) => `${kinds[index]?.proto} ${jsonName} = ${number}`)
  const codecs = kinds.flatMap(({ codec }) => codec ?? [])
  const given = [`'${list.join('; ')}'`, ...(codecs.length > 0 ? [`() => [${codecs.join(', ')}]`] : [])]
  return [
    `${comment(path, '')}export interface ${name} {`,
    ...members,
    '}',
    `export const ${name}: Codec<${name}> = /* @__PURE__ */ message<${name}>(${given.join(', ')})`,
  ].join('\n')
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  bytes: 'Uint8Array',
  bool: 'boolean',
  int32: 'number',
  uint32: 'number',
  int64: 'bigint',
  uint64: 'bigint',
}

/** How a field is written in TypeScript and in the list that `message` reads, and the codec of its messages. */
function kindOf(
  { name, type: given, typeName, label, oneofIndex }: FieldDescriptor,
  declared: ReadonlyMap<string, Declared>,
): { readonly typeScript: string; readonly proto: string; readonly codec?: string } {
  const type = given.replace('TYPE_', '').toLowerCase()
  const isRepeated = label === 'LABEL_REPEATED'
  const list = isRepeated ? '[]' : ''
  if (oneofIndex !== undefined && type !== 'message')
    throw new Error(`${name}: of a oneof only messages are supported.`)
  const scalar = SCALARS[type]
  if (scalar) return { typeScript: scalar + list, proto: type + list }
  const found = declared.get(typeName ?? '')
  if (!found) throw new Error(`${name}: ${typeName ?? type} is not supported.`)
  if (found.isEnum) return { typeScript: found.name + list, proto: `int32${list}` }
  return {
    typeScript: isRepeated ? `${found.name}[]` : `${found.name} | undefined`,
    proto: found.name + list,
    codec: found.name,
  }
}
