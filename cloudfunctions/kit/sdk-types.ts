/** What the kit uses of wx-server-sdk 4.0.2, typed. */
export type Sort = 'asc' | 'desc'
export type Expression = { readonly _expression?: never } & object

export type Query = {
  where(condition: object): Query
  orderBy(field: string, order: Sort): Query
  skip(count: number): Query
  limit(count: number): Query
  field(fields: Record<string, boolean>): Query
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export type Reference = {
  field(fields: Record<string, boolean>): Reference
  get(): Promise<{ data: unknown }>
  set(options: { data: object }): Promise<{ _id?: string }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export type Collection = Query & {
  doc(id: string): Reference
  add(options: { data: object }): Promise<{ _id: string }>
}
export type Transaction = {
  collection(name: string): Pick<Collection, 'doc' | 'add'>
  rollback(reason?: unknown): Promise<void>
}
export type Command = {
  eq(value: unknown): Expression
  neq(value: unknown): Expression
  gt(value: unknown): Expression
  gte(value: unknown): Expression
  lt(value: unknown): Expression & { and(...more: Expression[]): Expression }
  lte(value: unknown): Expression
  in(values: readonly unknown[]): Expression
  nin(values: readonly unknown[]): Expression
  exists(yes: boolean): Expression
  all(values: readonly unknown[]): Expression
  and(...parts: object[]): Expression
  or(...parts: object[]): Expression
  elemMatch(value: object): Expression
  not(part: object): Expression
  set(value: unknown): Expression
  remove(): Expression
  inc(by: number): Expression
  push(value: unknown): Expression
  pull(value: unknown): Expression
  addToSet(value: unknown): Expression
}
export type Database = {
  command: Command
  collection(name: string): Collection
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
  createCollection(name: string): Promise<unknown>
  RegExp(options: { regexp: string; options?: string }): object
}
export type WxContext = { OPENID?: string; APPID?: string; UNIONID?: string; ENV?: string; SOURCE?: string }
export type CloudSdk = {
  DYNAMIC_CURRENT_ENV: symbol
  init(options: { env: symbol; keepalive: boolean }): void
  database(options: { throwOnNotFound: boolean }): Database
  getWXContext(): WxContext
  callFunction(options: { name: string; data: object }): Promise<{ result: unknown }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(options: { fileList: string[] }): Promise<unknown>
  getTempFileURL(options: { fileList: { fileID: string; maxAge: number }[] }): Promise<{
    fileList: { fileID: string; tempFileURL: string; status: number }[]
  }>
  openapi: {
    subscribeMessage: { send(data: object): Promise<{ errCode: number }> }
    wxacode: { getUnlimited(data: object): Promise<{ contentType: string; buffer: Buffer }> }
    security: {
      msgSecCheck(data: object): Promise<{ result: { suggest: 'pass' | 'review' | 'risky'; label: number } }>
      mediaCheckAsync(data: object): Promise<{ traceId: string }>
    }
    phonenumber: { getPhoneNumber(data: object): Promise<{ phoneInfo: { purePhoneNumber: string } }> }
  }
}
