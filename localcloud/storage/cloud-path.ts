const MOST_BYTES = 850
const SEGMENT_BYTES = 200

/**
 * Whether the cloud takes this path for a file: relative, without empty or dot segments, without control characters
 * and without those that end a path in an address.
 */
export const isCloudPath = (path: string): boolean =>
  path !== '' &&
  Buffer.byteLength(path) <= MOST_BYTES &&
  !/[\u0000-\u001f\u007f\\?#%:*"<>|]/.test(path) &&
  path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= SEGMENT_BYTES)

const bucketOf = (envId: string): string => `6c6f-${envId}-1300000000`

/** `cloud://<env>.<bucket>/<path>` */
export const fileIdOf = (envId: string, path: string): string => `cloud://${envId}.${bucketOf(envId)}/${path}`

/** The path inside a file id of this environment, or undefined for any other text. */
export const cloudPathOf = (envId: string, fileId: string): string | undefined => {
  const prefix = fileIdOf(envId, '')
  const path = fileId.startsWith(prefix) ? fileId.slice(prefix.length) : ''
  return isCloudPath(path) ? path : undefined
}
