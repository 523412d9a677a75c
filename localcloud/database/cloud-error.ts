/** The codes the cloud database answers with; the SDK maps them to errCode (DATABASE_REQUEST_FAILED → -502001 …). */
type CloudErrorCode =
  | 'INVALID_PARAM'
  | 'INVALID_ACTION'
  | 'SYS_ERR'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'SERVER_TIMEOUT'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'

type CloudError = Error & { code: CloudErrorCode }

const made = new WeakSet<Error>()
const TAIL = 'Please check your request, but if the problem persists, contact us.'

/** An error the database answers with; `message` is the cloud's text. */
export const cloudError = (code: CloudErrorCode, message: string): CloudError => {
  const error = Object.assign(new Error(message), { code })
  made.add(error)
  return error
}

export const isCloudError = (error: unknown): error is CloudError => error instanceof Error && made.has(error)

/** A malformed request: errCode -501007. */
export const invalidParam = (text: string): CloudError =>
  cloudError('INVALID_PARAM', `[InvalidParameter] Check request parameter fail. ${text}. ${TAIL}`)

/** An operator or stage the database does not know: errCode -502002. */
export const invalidOperator = (text: string): CloudError =>
  cloudError('DATABASE_INVALID_OPERRATOR', `[InvalidParameter.Operator] ${text}. ${TAIL}`)

/** A write MongoDB refuses; the cloud hands on the driver's text. errCode -502001. */
export const writeError = (text: string): CloudError =>
  cloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${text}}]}, {<nil>}]. ${TAIL}`,
  )

/** A query or aggregation MongoDB refuses. errCode -502001. */
export const requestFailed = (text: string): CloudError =>
  cloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${text}. ${TAIL}`)

export const collectionMissing = (name: string): CloudError =>
  cloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${TAIL}`)

export const collectionExists = (): CloudError =>
  cloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceUnavailable.ResourceExist] Table exist. ${TAIL}`)

/** Two documents with the same unique key; callers match on `E11000`. */
export const duplicateKey = (collection: string, index: string, shown: string): CloudError =>
  writeError(`E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: { ${shown} }`)

export const transactionConflict = (): CloudError =>
  cloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${TAIL}`,
  )

export const transactionMissing = (): CloudError =>
  cloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${TAIL}`,
  )

export const lockTimeout = (): CloudError =>
  cloudError('SERVER_TIMEOUT', `[FailedOperation.Timeout] operation was waiting for a lock and timed out. ${TAIL}`)
