import { deriveId } from 'types/ids'
import { consent, form, idCard } from '../../support/factories/volunteer'
import { dateOf, formatTime } from 'types/calendar'

/** What one booth is to show: a recount made without any of the product's own counting. */
export type Recount = Map<string, Map<string, number>>

const add = (recount: Recount, booth: string, key: string) => {
  const own = recount.get(booth) ?? new Map<string, number>()
  own.set(key, (own.get(key) ?? 0) + 1)
  recount.set(booth, own)
}

const day = 86_400_000

/** One person with his phone, and what he is expected to have added to the booths' figures. */
export const openPerson = (openid: string, index: number, recount: Recount) => {
  const met = new Set<string>()
  const agreed = new Set<string>()
  let credit: { booth: string; at: number } | null = null
  /** What the phone names: every third one is never told where a lost code leads. */
  let named = ''
  const isTold = index % 3 > 0
  let applied = false
  let played = false
  const count = (booth: string, stage: string, at: Date) => {
    add(recount, booth, stage)
    add(recount, booth, `${dateOf(at)} ${formatTime(at).slice(0, 2)} ${stage}`)
  }
  const creditAt = (now: number) => (credit && now - credit.at < day ? credit.booth : undefined)
  const sourceAt = (now: number) => {
    const booth = creditAt(now)
    return booth ? { booth: isTold ? booth : named } : {}
  }
  return {
    openid,
    hasApplied: () => applied,
    hasPlayed: () => played,
    sourceAt,
    /** `leadsTo`: where the code of a lost booth leads by then. */
    scanned: (code: string, leadsTo: string | null, at: Date) => {
      const seat = leadsTo ?? code
      if (leadsTo) count(code, 'redirected', at)
      count(seat, 'scans', at)
      if (!met.has(seat)) count(seat, 'people', at)
      met.add(seat)
      const standing = creditAt(at.getTime())
      if (!standing) {
        credit = { booth: seat, at: at.getTime() }
        named = code
      } else if (standing === code && credit) credit = { ...credit, booth: seat }
    },
    did: (stage: 'players' | 'reports' | 'applications' | 'consents', at: Date) => {
      const booth = creditAt(at.getTime())
      if (stage === 'applications') applied = true
      if (stage === 'players') played = true
      if (!booth || (stage === 'consents' && agreed.has(booth))) return
      if (stage === 'consents') agreed.add(booth)
      count(booth, stage, at)
    },
    application: (nodeId: string) => {
      const birth = `19${70 + (Math.floor(index / 28) % 30)}${String(1 + (Math.floor(index / 840) % 12)).padStart(2, '0')}`
      const number = idCard(`${birth}${String(1 + (index % 28)).padStart(2, '0')}`, '001')
      return { _id: deriveId('application', openid), form: form({ idCard: number, nodeId }), consent: consent() }
    },
  }
}
