import { refusal, type Exchange } from './door'

export type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Parses a JSON object. @throws Refusal 400 */
export const parseObject = (text: string): JsonObject => {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    // fall through to the one sentence for every malformed body
  }
  throw refusal(400, '请求内容不是一个 JSON 对象，请检查后再发。')
}

/** The JSON object in a request's body; an empty body is an empty object. */
export const readJson = async (exchange: Exchange): Promise<JsonObject> =>
  parseObject((await exchange.body()).toString('utf8'))

/** A text field of a test door's body. @throws Refusal 400 */
export const textOf = (body: JsonObject, key: string): string => {
  const value = body[key]
  if (typeof value !== 'string' || value === '') throw refusal(400, `缺少 ${key}，请在请求里填写。`)
  return value
}

export const optionalText = (body: JsonObject, key: string): string | undefined =>
  body[key] === undefined ? undefined : textOf(body, key)

export const optionalNumber = (body: JsonObject, key: string): number | undefined => {
  const value = body[key]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) throw refusal(400, `${key} 应当是数字，请改正。`)
  return value
}

/** A field that must be one of the listed words. @throws Refusal 400 */
export const oneOf = <T extends string>(body: JsonObject, key: string, words: readonly T[]): T => {
  const value = words.find((word) => word === body[key])
  if (value === undefined) throw refusal(400, `${key} 应当是 ${words.join('、')} 之一，请改正。`)
  return value
}
