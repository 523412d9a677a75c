/** One deployed function: where its bundle lies and what the platform is told about it. */
export type FunctionManifest = {
  name: string
  /** Folder holding index.js; relative in the file, absolute once read. */
  dir: string
  handler: 'index.main'
  timeoutSeconds: number
  memoryMb: number
  /** openapi names declared in the function's config.json, e.g. `subscribeMessage.send`. */
  openapi: string[]
  timers: { name: string; cron: string }[]
  /** Most instances that run at once; 4 when absent. */
  maxInstances?: number
}

export type CollectionManifest = {
  name: string
  indexes: { name: string; keys: { field: string; order: 1 | -1 | '2dsphere' }[]; unique?: boolean }[]
}

export type TemplateManifest = { id: string; title: string; fields: { key: string; name: string }[] }

/** What the build writes to `dist/cloud.json`: all the local cloud knows of the program it runs. */
export type CloudManifest = {
  envId: string
  appId: string
  version?: string
  functions: FunctionManifest[]
  collections: CollectionManifest[]
  /** Published pages, without leading slash. */
  pages: string[]
  templates: TemplateManifest[]
  /** Folder of the H5 build; relative in the file, absolute once read. */
  h5?: string
  /** Function that receives the push messages of WeChat (`wxa_media_check`). */
  mediaCallback?: string
}
