import { formatMonthDay, startOfDay } from 'types/calendar'
import { gradeLabels, type HazardState } from 'types/hazard'
import type { StoredEvent } from '../../kit/aggregate'
import { rungLabels, type Rung } from 'types/hazard-ladder'
import type { HazardDoc } from '../hazard'

/** Who reads the time line: each sees only what is his to know. */
export type Reader = 'reporter' | 'joiner' | 'officer' | 'fixer'
export type Line = { at: Date; title: string; detail?: string; tone: 'done' | 'now' | 'late' | 'next' }

/** Facts of an event as `step` wrote them. */
type Fact =
  | 'node'
  | 'grade'
  | 'serial'
  | 'reason'
  | 'dueAt'
  | 'words'
  | 'who'
  | 'hotline'
  | 'receipt'
  | 'calledOn'
  | 'from'
  | 'into'
  | 'to'
  | 'number'
  | 'form'
  | 'where'
  | 'level'
  | 'of'
  | 'proof'
type Facts = Partial<Record<Fact | 'rung', string>>

const dayOf = (dueAt?: string) => (dueAt ? `请于${formatMonthDay(dueAt)}前改完` : undefined)
// What a person wrote often ends with a full stop of its own.
const joined = (...parts: (string | undefined)[]) =>
  parts
    .filter(Boolean)
    .join('；')
    .replace(/[。；，]；/g, '；') || undefined
const gradeOf = (grade?: string) => (grade ? `定为${gradeLabels[grade as keyof typeof gradeLabels]}隐患` : undefined)

const untilOf = (dueAt?: string) => (dueAt ? `延到${formatMonthDay(dueAt)}` : undefined)
const returned = ({ reason, dueAt }: Facts) => ({ title: '工会核实后退回再改', detail: joined(reason, dayOf(dueAt)) })

const pressed = ({ rung, reason }: Facts, reader: Reader) => ({
  title: `整改没有按期完成，由${rungLabels[rung as Rung] ?? ''}督促`,
  detail: reader === 'officer' ? reason : undefined,
})
const pressing = { climb: pressed, raise: pressed }

const lines: Record<string, (facts: Facts, reader: Reader) => { title: string; detail?: string } | null> = {
  create: (_, reader) => ({ title: reader === 'reporter' ? '您上报了隐患' : '收到隐患上报' }),
  merge: ({ into }) => ({ title: `与同一处隐患 ${into ?? ''} 合并办理` }),
  accept: ({ node, grade, serial }) => ({
    title: `${node ?? '工会'}已受理`,
    detail: joined(gradeOf(grade), serial && `编号 ${serial}`),
  }),
  decline: ({ node, reason }) => ({ title: `${node ?? '工会'}不予受理`, detail: reason }),
  assign: ({ dueAt }) => ({ title: '已向企业发出整改建议', detail: dayOf(dueAt) }),
  ...pressing,
  overdue: () => ({ title: '超过整改期限，工会正在督促' }),
  plan: ({ dueAt }) => ({ title: '企业落实了整改方案', detail: dayOf(dueAt) }),
  replan: ({ dueAt }) => ({ title: '企业修改了整改方案', detail: dayOf(dueAt) }),
  progress: ({ words }) => ({ title: '企业报告了整改进展', detail: words }),
  'remind-progress': (_, reader) =>
    reader === 'reporter' || reader === 'joiner' ? null : { title: '到期没有报告进展，已提醒企业' },
  askExtension: ({ reason, dueAt }) => ({ title: '企业申请延期', detail: joined(reason, untilOf(dueAt)) }),
  grantExtension: ({ words, dueAt }) => ({ title: '工会同意延期', detail: joined(words, untilOf(dueAt)) }),
  refuseExtension: ({ words }) => ({ title: '工会建议按原期限改完', detail: words }),
  fixOnSpot: () => ({ title: '企业立行立改，当天改好' }),
  answer: () => ({ title: '企业回复了整改情况' }),
  return: returned,
  returnUnplanned: returned,
  classify: (_, reader) => (reader === 'officer' ? { title: '已写明事故类别和判定依据' } : null),
  prove: ({ to, number, form, where }) => ({
    title: '重大隐患已报告',
    detail: joined(to && `报${to}，编号 ${number}`, form && `在${form}通报（${where}）`),
  }),
  list: ({ level, number, dueAt }) => ({
    title: `${level ?? ''}级挂牌督办`,
    detail: joined(number, dueAt && `督办期限${formatMonthDay(dueAt)}`),
  }),
  extendListing: ({ reason, dueAt }) => ({ title: '挂牌督办延期', detail: joined(reason, untilOf(dueAt)) }),
  delist: ({ reason }) => ({ title: '挂牌督办已摘牌', detail: reason }),
  // What he writes may tell who he is.
  reopen: ({ reason }, reader) => ({
    title: reader === 'reporter' ? '您反映仍有隐患，工会将复查' : '有人反映仍有隐患，工会将复查',
    detail: reader === 'reporter' || reader === 'officer' ? reason : undefined,
  }),
  uphold: ({ reason }) => ({ title: '工会复查后维持销号', detail: reason }),
  'ask-recheck': (_, reader) => (reader === 'officer' ? { title: '销号满 30 天，请再看一次' } : null),
  recheck: ({ words }) => ({ title: '工会再次查看，整改还在', detail: words }),
  recur: ({ reason }) => ({ title: '隐患又出现，工会重新办理', detail: reason }),
  close: ({ words }) => ({ title: '工会核实无误，已销号', detail: words }),
  cease: ({ proof, words }) => ({ title: '企业已关停，不再整改', detail: joined(proof, words) }),
  'open-identity': ({ who, reason, of }, reader) => {
    if (reader === 'fixer' || reader === 'joiner' || (of && reader === 'reporter')) return null
    const whose = of ? '共同反映人' : reader === 'reporter' ? '您' : '上报人'
    return { title: `${who ?? '工会干部'}查看了${whose}的身份`, detail: reason }
  },
  // That the reporter called himself is not the enterprise's to know.
  'hand-over': ({ hotline, receipt, calledOn, from }, reader) => {
    if (!from && (reader === 'fixer' || reader === 'joiner')) return null
    const who = from || (reader === 'reporter' ? '您' : '上报人')
    const day = calledOn && formatMonthDay(startOfDay(calledOn))
    return {
      title: `${who}向 ${hotline ?? ''} 反映了`,
      detail: joined(day, receipt ? `受理编号 ${receipt}` : undefined),
    }
  },
  forget: ({ words = '上报人已注销，身份不再保留' }, reader) =>
    reader === 'fixer' || reader === 'joiner' ? null : { title: words },
}

const ahead: Record<HazardState, readonly string[]> = {
  reported: ['工会受理', '企业整改，工会复核', '销号'],
  accepted: ['向企业发出整改建议', '企业整改，工会复核', '销号'],
  assigned: ['企业落实整改方案', '企业整改，工会复核', '销号'],
  fixing: ['企业整改，工会复核', '销号'],
  answered: ['工会核实', '销号'],
  closed: [],
  reopened: ['工会复查'],
  declined: [],
  merged: [],
  ceased: [],
}

const toLine = (event: StoredEvent, reader: Reader): Line[] => {
  const line = lines[event.act]?.(event.data as Facts, reader)
  return line ? [{ at: event.at, ...line, tone: lateActs.has(event.act) ? 'late' : 'done' }] : []
}

const lateActs = new Set(['overdue', 'remind-progress'])
const quiet = new Set(['open-identity', 'forget', 'hand-over', 'name-publicly', 'classify'])

/**
 * What happened in plain words, oldest first, and what comes next. Steps to come carry the time of the latest one.
 * @param beside what happened in other documents, the letters
 */
export const timelineOf = (doc: HazardDoc, reader: Reader, beside: readonly Line[] = []): Line[] => {
  const steps = doc.events.flatMap((event) => toLine(event, reader))
  const latest = doc.events.filter((event) => !quiet.has(event.act)).at(-1)
  const now = steps.find((line) => line.at === latest?.at && line.tone === 'done')
  if (now && ahead[doc.state].length > 0) now.tone = 'now'
  const past = [...steps, ...beside].sort((a, b) => a.at.getTime() - b.at.getTime())
  // Of what he sees, not of what happened: that somebody looked a name up is not told by the hour of a step to come.
  const at = past.at(-1)?.at ?? doc.createdAt
  return [...past, ...ahead[doc.state].map((title) => ({ at, title, tone: 'next' as const }))]
}
