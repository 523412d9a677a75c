import { addDays, dateOf, formatDateTime, endOfDay } from 'types/calendar'
import { command } from '../../kit/cloud'
import { messageTo } from '../../kit/message'
import { listOfficersNear } from '../../kit/officers-near'
import type { Work } from '../local-work'
import { patchYear } from './year-store'

const answerDays = 3

/** Work `tell-officers`: who answers an objection to a year's result; twice is the same messages. */
export const tellOfficers: Work = async ({ payload }, at) => {
  const { yearId, year, under, at: raised } = payload as { yearId: string; year: number; under: string[]; at: number }
  const until = endOfDay(addDays(dateOf(new Date(raised)), answerDays))
  const values = {
    ...{ thing1: `${year} 年度考核有人提出异议`, thing2: '志愿者年度考核', time3: formatDateTime(until) },
    thing4: '由没有作出原结果的人答复',
  }
  const page = `packages/corps/year?id=${yearId}`
  const items = (await listOfficersNear(under)).map(({ _id: openid, personId }) => {
    const said = messageTo({ openid, template: 'work-to-do', values, page, trigger: 'year-objection' })
    return { id: `${yearId}.objection.${personId}`, ...said }
  })
  if (items.length > 0) await patchYear(yearId, {}, { outbox: command.push(items), outboxAt: at })
}
