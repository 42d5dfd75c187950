import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Codec } from '../../src/wire/message.ts'

type ImageField = { name: string; jsonName: string; type: string; typeName?: string; label: string }
type ImageEnum = { name: string; value: { number?: number }[] }
type ImageMessage = {
  name: string
  field?: ImageField[]
  nestedType?: ImageMessage[]
  enumType?: ImageEnum[]
}
type ImageMethod = { name: string; inputType: string; outputType: string }
type ImageFile = {
  name: string
  package: string
  messageType?: ImageMessage[]
  enumType?: ImageEnum[]
  service?: { name: string; method: ImageMethod[] }[]
}

/** `type` is a scalar's name ('uint64'), 'enum', or 'message'; `typeName` names the enum or message. */
export type Field = { name: string; key: string; type: string; typeName: string; repeated: boolean }
export type MessageType = { file: string; name: string; exportName: string; fields: readonly Field[] }
export type Method = { path: string; request: string; response: string }

/** proto/ as data, by full name ('regen.ecocredit.v1.MsgSend.SendCredits'). Read by buf, not from the generated code. */
export const messageTypes = new Map<string, MessageType>()
export const enumValues = new Map<string, readonly number[]>()
export const methods: Method[] = []

const root = fileURLToPath(new URL('../..', import.meta.url))
const image = execFileSync(
  `${root}/node_modules/.bin/buf`,
  ['build', '--exclude-source-info', '-o', '-#format=json'],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  },
)

const bare = (typeName = ''): string => typeName.replace(/^\./, '')

function addEnum(scope: string, { name, value }: ImageEnum): void {
  enumValues.set(
    `${scope}.${name}`,
    value.map(({ number = 0 }) => number),
  )
}

function addMessage(file: string, scope: string, prefix: string, message: ImageMessage): void {
  const name = `${scope}.${message.name}`
  const exportName = prefix + message.name
  const fields = (message.field ?? []).map(field => ({
    name: field.name,
    key: field.jsonName,
    type: field.type.replace('TYPE_', '').toLowerCase(),
    typeName: bare(field.typeName),
    repeated: field.label === 'LABEL_REPEATED',
  }))
  messageTypes.set(name, { file, name, exportName, fields })
  for (const nested of message.nestedType ?? []) addMessage(file, name, `${exportName}_`, nested)
  for (const nested of message.enumType ?? []) addEnum(name, nested)
}

for (const { name, package: scope, messageType = [], enumType = [], service = [] } of JSON.parse(image)
  .file as ImageFile[]) {
  const file = name.replace(/\.proto$/, '')
  for (const message of messageType) addMessage(file, scope, '', message)
  for (const type of enumType) addEnum(scope, type)
  for (const { name: serviceName, method } of service)
    for (const { name: methodName, inputType, outputType } of method)
      methods.push({
        path: `/${scope}.${serviceName}/${methodName}`,
        request: bare(inputType),
        response: bare(outputType),
      })
}

export function messageType(name: string): MessageType {
  const type = messageTypes.get(name)
  if (!type) throw new Error(`proto/ has no message ${name}`)
  return type
}

const generated = new Map<string, Codec<object>>()
for (const { file, name, exportName } of messageTypes.values())
  generated.set(name, (await import(/* @vite-ignore */ `${root}src/wire/generated/${file}.ts`))[exportName])

/** Our generated codec of a message, by full name. */
export function generatedCodec(name: string): Codec<object> {
  const codec = generated.get(name)
  if (!codec) throw new Error(`src/wire/generated has no ${name}`)
  return codec
}
