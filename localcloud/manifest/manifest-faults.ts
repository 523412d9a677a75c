const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value !== ''
const isPositive: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value > 0
const isTextList: Check = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string')
const listOf =
  (shape: Record<string, Check>): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => isRecord(item) && wrongKeys(item, shape).length === 0)
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const wrongKeys = (value: Record<string, unknown>, shape: Record<string, Check>): string[] =>
  Object.entries(shape)
    .filter(([key, check]) => !check(value[key]))
    .map(([key]) => key)

const functionShape = {
  name: isText,
  dir: isText,
  handler: (value: unknown) => value === 'index.main',
  timeoutSeconds: isPositive,
  memoryMb: isPositive,
  openapi: isTextList,
  timers: listOf({ name: isText, cron: isText }),
  maxInstances: optional(isPositive),
}

const isOrder: Check = (value) => value === 1 || value === -1 || value === '2dsphere'

const manifestShape = {
  envId: isText,
  appId: isText,
  functions: listOf(functionShape),
  collections: listOf({
    name: isText,
    indexes: listOf({ name: isText, keys: listOf({ field: isText, order: isOrder }) }),
  }),
  pages: isTextList,
  templates: listOf({ id: isText, title: isText, fields: listOf({ key: isText, name: isText }) }),
  h5: optional(isText),
  mediaCallback: optional(isText),
}

/** @returns the names of the manifest's keys that are missing or of the wrong shape. */
export const manifestFaults = (value: unknown): string[] =>
  isRecord(value) ? wrongKeys(value, manifestShape) : Object.keys(manifestShape)
