import { formatDate } from 'types/calendar'
import { yearResultLabels, type YearResult } from 'types/volunteer-year-rules'
import type { OutboxItem } from '../../kit/aggregate'
import { messageTo } from '../../kit/message'
import type { ApplicationDoc } from '../documents'
import type { YearDoc } from './year-doc'

type Push = Omit<OutboxItem, 'id'>
type Values = Record<string, string | Date>

const page = 'packages/volunteer/year'

const resultTo = (openid: string, values: Values, to: string): Push =>
  messageTo({ openid, template: 'review-result', values, page: to, trigger: 'year-result' })

/** The year's result, to who is concerned; none to who erased himself. */
export const tellResult = (
  { year }: Pick<YearDoc, 'year'>,
  openid: string | null,
  result: YearResult,
  until: Date,
  at: Date,
): Push[] =>
  openid
    ? [
        resultTo(
          openid,
          {
            ...{ thing1: `${year} 年度志愿服务考核`, phrase2: yearResultLabels[result] },
            ...{ thing3: `如有异议请在${formatDate(until).replace(/^\d+年/, '')}前提出`, time4: at },
          },
          `${page}?year=${year}`,
        ),
      ]
    : []

export const tellAnswer = ({ year }: Pick<YearDoc, 'year'>, openid: string | null, words: string, at: Date): Push[] =>
  openid
    ? [
        resultTo(
          openid,
          { thing1: `${year} 年度考核的异议`, phrase2: '已答复', thing3: words, time4: at },
          `${page}?year=${year}`,
        ),
      ]
    : []

/** To who has too few special activities so far. */
export const remindShort = (
  { year, need, times, under: line }: Pick<YearDoc, 'year' | 'need' | 'times' | 'under'>,
  openid: string,
): Push =>
  messageTo({
    ...{ openid, template: 'activity', page: `${page}?year=${year}`, trigger: 'year-short', line },
    values: {
      ...{ thing1: `今年还差 ${need - times} 次专题志愿活动`, time2: `${year}年12月31日` },
      ...{ thing3: '看看有哪些活动', thing4: '选一个方便的报名，有困难可联系工会' },
    },
  })

/** The union that confirmed reads it at its desk; work is pushed to the node, the drainer finds its officers. */
export const tellUnionOfObjection = ({ _id, year }: YearDoc, { unionUnder }: ApplicationDoc, at: Date): Push[] => [
  { to: 'local', kind: 'tell-officers', payload: { yearId: _id, year, under: unionUnder, at: at.getTime() } },
]
