/** How the platform answers a call of a function: its result, or the platform's own failure. */
export type Outcome = { ok: true; json: string } | { ok: false; failure: Failure }

export type Failure = {
  /** As wx.cloud.callFunction reports it. */
  errCode: number
  /** As a function calling another one sees it. */
  code: string
  message: string
}

const failure = (errCode: number, code: string, message: string): Outcome => ({
  ok: false,
  failure: { errCode, code, message },
})

export const thrown = (message: string): Outcome =>
  failure(-504002, 'FUNCTIONS_EXECUTE_FAIL', `functions execute fail | errMsg: ${message}`)
export const exited = (): Outcome =>
  failure(-504002, 'FUNCTIONS_EXECUTE_FAIL', 'functions execute fail | errMsg: function process exited')
export const outOfMemory = (memoryMb: number): Outcome =>
  failure(
    -504002,
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    `functions execute fail | errMsg: memory limit exceeded ${memoryMb}MB`,
  )
export const timedOut = (seconds: number): Outcome =>
  failure(-504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`)
export const resultTooLarge = (): Outcome =>
  failure(-604001, 'FUNCTIONS_EXECUTE_FAIL', 'cloudfunction result size exceed limit (1MB)')
export const eventTooLarge = (): Outcome =>
  failure(-501007, 'INVALID_PARAM', 'invalid parameters | errMsg: data exceed max size')
export const notFound = (name: string): Outcome =>
  failure(-501000, 'FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
export const refused = (): Outcome => failure(-504001, 'FUNCTIONS_REQUEST_FAIL', 'functions request fail')
export const unanswered = (): Outcome => failure(-501002, 'SERVER_TIMEOUT', 'resource server timeout')
export const tooManyWaiting = (): Outcome =>
  failure(-501004, 'EXCEED_CONCURRENT_REQUEST_LIMIT', 'exceed concurrent request limit')
