import { formatDate } from 'types/calendar'
import type { MessagePayload } from 'types/documents'
import { fitField } from 'types/message-fields'
import { yearResultLabels, type YearResult } from 'types/volunteer-year-rules'
import type { OutboxItem } from '../../kit/aggregate'
import type { ApplicationDoc } from '../documents'
import type { YearDoc } from './year-doc'

type Push = Omit<OutboxItem, 'id'>
type Values = Record<string, string | Date>

const page = 'packages/volunteer/year'

const message = (openid: string, template: MessagePayload['template'], values: Values, to: string): Push => {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitField(key, value)]))
  const payload: MessagePayload = { openid, template, data, page: to }
  return { to: 'notice', kind: 'message', payload }
}

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
        message(
          openid,
          'review-result',
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
        message(
          openid,
          'review-result',
          { thing1: `${year} 年度考核的异议`, phrase2: '已答复', thing3: words, time4: at },
          `${page}?year=${year}`,
        ),
      ]
    : []

/** To who has too few special activities so far. */
export const remindShort = ({ year, need, times }: Pick<YearDoc, 'year' | 'need' | 'times'>, openid: string): Push =>
  message(
    openid,
    'activity',
    {
      ...{ thing1: `今年还差 ${need - times} 次专题志愿活动`, time2: `${year}年12月31日` },
      ...{ thing3: '看看有哪些活动', thing4: '选一个方便的报名，有困难可联系工会' },
    },
    `${page}?year=${year}`,
  )

/** The union that confirmed reads it at its desk; work is pushed to the node, the drainer finds its officers. */
export const tellUnionOfObjection = ({ _id, year }: YearDoc, { unionUnder }: ApplicationDoc, at: Date): Push[] => [
  { to: 'local', kind: 'tell-officers', payload: { yearId: _id, year, under: unionUnder, at: at.getTime() } },
]
