import { movesFor } from 'types/state-machine'
import type { yearEntries } from 'types/volunteer-year'
import type { assessEntries } from 'types/volunteer-year-assess'
import { yearMachine } from 'types/volunteer-year-machine'
import { yearResultLabels, type YearResult } from 'types/volunteer-year-rules'
import type { StoredEvent } from '../../kit/aggregate'
import type { Context, Handler } from '../../kit/serve'
import { listAttended } from './attended-store'
import { findingsOf } from './findings'
import { toItems } from './items'
import { knownBy } from './names'
import { toObjection } from './own'
import { toRow } from './rows'
import type { Said, YearDoc } from './year-doc'
import { findYear, moveYear } from './year-store'

export const yearRecordSubject = {
  load: (input: { id: string }) => findYear(input.id),
  under: (doc: YearDoc) => doc.under,
}

/** In whose name somebody speaks. */
export const saidBy = ({ caller, grant, now }: Pick<Context, 'caller' | 'grant' | 'now'>, words: string): Said => ({
  ...{ by: caller.personId, name: caller.name ?? '', unit: grant?.nodeName ?? '', words, at: now },
})

const toSaid = ({ name: by, unit, words, at }: Said) => ({ by, unit, words, at })

const titles: Record<string, string> = {
  ...{ create: '建立年度记录', open: '列入考核', comment: '写了评语', confirm: '工会确认', return: '监管退回' },
  ...{ agree: '监管同意', object: '本人提出异议', uphold: '答复：维持结果', change: '答复：改变结果' },
  ...{ seal: '封存', leave: '退出志愿服务' },
}

const lineOf = ({ act, at, data }: StoredEvent) => {
  const result = yearResultLabels[data.result as YearResult] as string | undefined
  return { at, title: titles[act] ?? act, tone: 'done' as const, ...(result ? { detail: result } : {}) }
}

/** The year of one volunteer with everything it rests on: application, attendances and hazards. */
export const yearRecord: Handler<(typeof yearEntries)['yearRecord'], YearDoc> = async (
  _input,
  { subject: doc, grant },
) => {
  const [people, attended] = await Promise.all([
    knownBy([doc.applicationId]),
    listAttended(doc.applicationId, doc.year),
  ])
  const application = people.get(doc.applicationId)
  const findings = await findingsOf(application?.openid ?? null, doc.year)
  return {
    ...toRow(doc, application),
    ...{ specialties: application?.specialties ?? [], enrolledAt: application?.enrolledAt ?? null },
    ...{ items: toItems(attended), findings, evidence: doc.evidence, comments: doc.comments.map(toSaid) },
    ...{ confirmed: doc.confirmed && toSaid(doc.confirmed), agreed: doc.agreed && toSaid(doc.agreed) },
    ...{ returned: doc.returned, objectUntil: doc.objectUntil, objection: toObjection(doc) },
    acts: movesFor(yearMachine, doc.state, grant?.role === 'regulator' ? 'regulator' : 'officer').map(({ act }) => act),
    timeline: doc.events.map(lineOf),
  }
}

const mostComments = 20

/** What somebody of either authority has to say before the union decides; the newest twenty stay. */
export const commentYear: Handler<(typeof assessEntries)['commentYear'], YearDoc> = async (
  { version, words },
  context,
) => {
  const { subject: doc, acting, grant, now } = context
  const comments = [...doc.comments, saidBy(context, words)].slice(-mostComments)
  const step = { at: now, set: { comments }, same: doc.comments.at(-1)?.words === words }
  return moveYear(doc, acting(grant?.role === 'regulator' ? 'regulator' : 'officer'), 'comment', version, step)
}
