type Thrown = { errCode?: number; errMsg?: string; code?: string; message?: string }

/** The SDK rebuilds errors and drops `.code`; the cloud's own word stands in errMsg (platform rule). */
export const errorText = (thrown: unknown): string => {
  const { errCode, errMsg, code, message } = (thrown ?? {}) as Thrown
  return [code, errCode, errMsg ?? message].filter((part) => part !== undefined).join(' ')
}

export const isDuplicate = (thrown: unknown) => /E11000|DATABASE_DUPLICATE_WRITE/.test(errorText(thrown))

export const isTransactionConflict = (thrown: unknown) =>
  /TransactionConflict|DATABASE_TRANSACTION_CONFLICT/.test(errorText(thrown))

/** A query whose documents are more than the platform hands over in one answer. */
export const isAnswerTooLarge = (thrown: unknown) => /602001|exceed/i.test(errorText(thrown))

/** Numeric errCode of an openapi refusal (43101, 47003 …), or undefined. */
export const openapiCode = (thrown: unknown): number | undefined => {
  const { errCode } = (thrown ?? {}) as Thrown
  return typeof errCode === 'number' ? errCode : undefined
}
