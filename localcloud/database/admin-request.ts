/** One database request as the cloud SDK posts it: `action` plus the fields of that action; documents are EJSON text. */
export type AdminRequest = { action: string; [field: string]: unknown }

/** What is answered: `data` on success, `code` and `message` on failure (the SDK turns these into errCode and errMsg). */
export type AdminReply = {
  requestId: string
  code?: string
  message?: string
  data?: unknown
  [field: string]: unknown
}
