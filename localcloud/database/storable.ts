import { writeError } from './cloud-error'
import { isDoc, type Doc } from './document-value'

const walk = (value: unknown, path: string): void => {
  if (Array.isArray(value)) value.forEach((item, at) => walk(item, `${path}.${at}`))
  if (!isDoc(value)) return
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`
    if (key.startsWith('$')) {
      throw writeError(`The dollar ($) prefixed field '${key}' in '${here}' is not valid for storage.`)
    }
    if (key.includes('.')) throw writeError(`The dotted field '${key}' in '${here}' is not valid for storage.`)
    if (typeof inner === 'object' && inner !== null) walk(inner, here)
  }
}

/** Refuses a value that holds field names the database does not store: with a dollar in front or a dot inside. */
export const checkStorable = (value: unknown, path = ''): void => walk(value, path)

/** Refuses an `_id` that cannot be one. */
export const checkId = (doc: Doc): void => {
  const { _id } = doc
  if (Array.isArray(_id)) throw writeError("can't use an array for _id")
  if (_id instanceof RegExp) throw writeError("can't use a regex for _id")
  if (_id === undefined) throw writeError("can't use a undefined for _id")
}
