import { AppError } from 'types/app-error'

/** The function itself broke or ran out of its time; the network did its part. */
const functionFailed = /-50400[1-9]|-5040\d\d/

/**
 * What stands behind a call that brought no envelope.
 * Errors: SERVICE_BUSY when the cloud function failed, else NETWORK.
 */
export const transportFailure = (failure: unknown): AppError => {
  if (failure instanceof AppError) return failure
  const reason = describe(failure)
  return new AppError(functionFailed.test(reason) ? 'SERVICE_BUSY' : 'NETWORK', { reason })
}

const describe = (failure: unknown): string => {
  if (failure instanceof Error) return failure.message
  if (typeof failure !== 'object' || failure === null) return String(failure)
  const code = 'errCode' in failure ? String(failure.errCode) : ''
  const message = 'errMsg' in failure ? String(failure.errMsg) : ''
  return `${code} ${message}`.trim()
}
