import type { HazardDoc } from '../hazard'
import type { Line, Reader } from '../ledger/timeline'
import type { LetterDoc } from './letter'
import { listTold } from './letter-store'

type Told = Pick<LetterDoc, 'number' | 'sent' | 'reply' | 'refusal' | 'referral'>

const line = (at: Date | undefined, title: string, detail?: string | null): Line[] =>
  at ? [{ at, title, ...(detail && { detail }), tone: 'done' }] : []

/** The officer reads number, answer and addressees; whoever reported reads what it means for the matter. */
const linesFor = (reader: Reader, { number, sent, reply, refusal, referral }: Told): Line[] =>
  reader === 'officer'
    ? [
        ...line(sent?.at, '向企业发出建议函', number),
        ...line(reply?.at, '企业书面回复建议函', reply?.words),
        ...line(refusal?.at, '企业不采纳建议函', refusal?.words),
        ...line(referral?.at, '提请监管部门和上级工会', referral && `${referral.regulator.to}；${referral.union.to}`),
      ]
    : [
        ...line(sent?.at, '工会书面建议企业整改'),
        ...line(reply?.at, '企业书面回复了工会'),
        ...line(refusal?.at, '企业没有采纳工会的建议'),
        ...line(referral?.at, '工会已提请监管部门和上级工会督促'),
      ]

/**
 * What became of the letters about a hazard, as lines of its time line; of drafts nothing. One trip, and none where no
 * letter can have been written. The enterprise has the letters themselves.
 */
export const linesOfLetters = async ({ _id, serial }: HazardDoc, reader: Reader): Promise<Line[]> =>
  serial === null || reader === 'fixer' ? [] : (await listTold(_id)).flatMap((letter) => linesFor(reader, letter))
