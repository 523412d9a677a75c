import type { LetterContent, LetterState, LetterWay } from 'types/hazard-letter'
import type * as z from 'types/zod'
import type { Aggregate } from '../../kit/aggregate'

type Referred = { to: string; receipt: { number: string; at: Date } | null }

/** A union's written suggestion to an enterprise about one hazard. It never names who reported. */
export type LetterDoc = Aggregate<LetterState> &
  LetterContent & {
    hazardId: string
    /** Number of the hazard in the ledger, or of its report. */
    hazard: string
    /** The union node in whose name it goes out. */
    issuer: { id: string; name: string }
    title: string
    /** `东原区工安建〔2026〕3号`, given by the very write that sends it. */
    number: string | null
    /** `<issuer>.<year>.<number, 5 digits>` once sent, `.<id>` before: unique, so that no number is given twice. */
    numberKey: string
    sent: { way: z.output<typeof LetterWay>; at: Date; note: string | null } | null
    replyDueAt: Date | null
    reply: { words: string; at: Date; photos: string[] } | null
    refusal: { words: string; at: Date } | null
    referral: { at: Date; reason: string; regulator: Referred; union: Referred } | null
    /** When the clock reminds its officers next; null once nothing is left to remind of. */
    clockAt: Date | null
  }
