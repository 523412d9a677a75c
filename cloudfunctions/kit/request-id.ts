import { randomBytes } from 'node:crypto'

/** Short id of one call for logs and error replies. */
export const newRequestId = () => randomBytes(9).toString('base64url')
