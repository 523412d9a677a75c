import { errorBook, type ErrorCode } from './errors'

type Details = {
  /** Replaces the book's sentence for the person; plain Chinese. */
  message?: string
  /** Field path → sentence. */
  fields?: Record<string, string>
  /** For the log only; nothing personal. */
  reason?: string
  requestId?: string
}

/** The one error of the product: thrown by handlers, answered by `serve`, rebuilt by the phone's `call`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields?: Record<string, string>
  readonly reason?: string
  readonly requestId?: string

  constructor(code: ErrorCode, details: Details = {}) {
    super(details.message ?? errorBook[code])
    this.name = 'AppError'
    this.code = code
    this.fields = details.fields
    this.reason = details.reason
    this.requestId = details.requestId
  }
}
