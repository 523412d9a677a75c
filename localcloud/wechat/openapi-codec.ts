import { Reader, Writer } from 'protobufjs/minimal'

export type OpenApiParams = Record<string, unknown>

export type OpenApiReply =
  | { kind: 'json'; value: unknown }
  | { kind: 'binary'; content: Buffer; contentType: string }
  /** A failure of the platform itself, not of the API behind it. */
  | { kind: 'failure'; errorCode: number }

type Field = (reader: Reader) => void

/** Walks a protobuf message, handing each known field number to its reader and passing over the rest. */
const walk = (reader: Reader, end: number, fields: Record<number, Field>): void => {
  while (reader.pos < end) {
    const tag = reader.uint32()
    const field = fields[tag >>> 3]
    if (field) field(reader)
    else reader.skipType(tag & 7)
  }
}

const message =
  (fields: Record<number, Field>): Field =>
  (reader) => {
    const length = reader.uint32()
    walk(reader, reader.pos + length, fields)
  }

const parseValue = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return Buffer.from(bytes)
  }
}

/** Decodes `{ 1: api_type, 2: { 1: [{ 1: key, 2: JSON bytes }] }, 6: appid }`. */
export const decodeRequest = (data: Uint8Array): OpenApiParams => {
  const params: OpenApiParams = {}
  const pair: Field = (reader) => {
    let key = ''
    let value: unknown
    message({
      1: (inner) => void (key = inner.string()),
      2: (inner) => void (value = parseValue(inner.bytes())),
    })(reader)
    Object.defineProperty(params, key, { value, enumerable: true, configurable: true })
  }
  walk(Reader.create(data), data.length, { 2: message({ 1: pair }) })
  return params
}

/** Encodes `{ 1: bytes resp_data, 2: content_type, 3: int32 error_code, 4: uint32 http_code }`. */
export const encodeReply = (reply: OpenApiReply): Buffer => {
  const writer = Writer.create()
  if (reply.kind === 'json')
    writer
      .uint32(10)
      .bytes(Buffer.from(JSON.stringify(reply.value)))
      .uint32(18)
      .string('application/json; encoding=utf-8')
  if (reply.kind === 'binary') writer.uint32(10).bytes(reply.content).uint32(18).string(reply.contentType)
  if (reply.kind === 'failure') writer.uint32(24).int32(reply.errorCode)
  return Buffer.from(writer.uint32(32).uint32(200).finish())
}
