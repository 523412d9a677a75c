import { take } from 'types/text'

/** One call of a function as its log line tells it; nothing personal belongs here. */
export type CallLine = {
  requestId: string
  action: string
  /** Milliseconds from the event's arrival to the reply. */
  ms: number
  /** Trips to the database. */
  trips: number
  /** `OK` or a code of the error book. */
  code: string
  /** What went wrong, for the operator; passes `redact` first. */
  reason?: string
}

const longestReason = 600

// Longest first: an ID number also contains what looks like a phone number.
const personal: readonly [RegExp, string][] = [
  [/(?<![\dA-Za-z])[1-9]\d{5}[ -]?\d{8}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g, '[证件号]'],
  [/(?<![\dA-Za-z])[1-9]\d{14}(?![\dA-Za-z])/g, '[证件号]'],
  [/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '[手机号]'],
  [/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g, '[电话]'],
  [/(?<![\w-])o[\w-]{27}(?![\w-])/g, '[openid]'],
]

/** The text without ID numbers, phone numbers and openids. */
export const redact = (text: string): string =>
  personal.reduce((current, [pattern, name]) => current.replace(pattern, name), text)

/** Prints one JSON line for one call. */
export const logCall = ({ requestId, action, ms, trips, code, reason }: CallLine): void => {
  const line = { requestId, action: take(redact(action), 60), ms, trips, code }
  const text = reason === undefined ? line : { ...line, reason: take(redact(reason), longestReason) }
  // eslint-disable-next-line no-console -- platform logs are what a function prints
  console.log(JSON.stringify(text))
}
