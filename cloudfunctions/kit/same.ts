import { isDeepStrictEqual } from 'node:util'

/** Whether two documents say the same in these fields: what tells a retry from another command under the same id. */
export const isSame = <Doc>(left: Doc, right: Doc, fields: readonly (keyof Doc)[]): boolean =>
  fields.every((field) => isDeepStrictEqual(left[field], right[field]))

type Authored = { events: readonly { by: string }[] }

/** Whether both were made by the same person. */
export const isSameAuthor = (left: Authored, right: Authored): boolean => left.events[0]?.by === right.events[0]?.by
