import { deriveId } from 'types/ids'
import { readyText, type ReadyKey } from 'types/ready-texts'
import type { OfficerTemplate, Wording } from 'types/template-keys'
import type { City } from './city'
import type { Person } from './people'
import { trail } from './trail'
import type { Node } from './tree'

type Told = { name: string; folder: string; template: OfficerTemplate; page: string | null; wordings: Wording[] }

const contest = {
  thing1: '安全生产月知识闯关',
  time2: '{{日期}} 09:00',
  thing3: '小程序“安全知识闯关”',
  thing4: '[[有单位|{{单位}}|各位职工]]，一起来答题',
}

const ofReady = (key: ReadyKey, name: string, note: string): Told => {
  const wording = readyText(key)?.wording ?? {}
  return {
    ...{ name, folder: '天气提醒', template: 'work-to-do', page: 'pages/hazard/index' },
    wordings: [wording, { ...wording, thing4: note }],
  }
}

const texts: readonly Told[] = [
  ofReady('rainstorm', '暴雨前自查（本市）', '查配电、地下室、排水口，今天内完成'),
  ofReady('cold', '寒潮防冻（本市）', '查取暖用电、燃气阀门和路面结冰'),
  {
    ...{ name: '知识闯关开始', folder: '竞赛', template: 'activity', page: 'pages/quiz/index' },
    wordings: [{ ...contest, thing4: '答题学法条，每天几分钟' }, contest],
  },
]

const putText = (city: City, root: Node, officer: Person, { wordings, ...told }: Told) => {
  const _id = deriveId('seed-text', told.name)
  const editions = wordings.map((wording, index) => ({
    ...{ name: told.name, folder: told.folder, wording, page: told.page, edition: index + 1 },
    ...{ by: officer.name, office: root.name, at: city.at(-40 + index * 12, 10) },
    changed: index === 0 ? [] : [told.template === 'activity' ? '温馨提示' : '备注'],
  }))
  const who = { by: officer.personId, name: officer.name, to: 'live' }
  const happenings = editions.map(({ at, edition, changed }) =>
    edition === 1
      ? { ...who, act: 'create', at, verb: '新建消息文本' }
      : { ...who, act: 'save', at, verb: '修改消息文本', data: { edition, changed } },
  )
  const about = { collection: 'notice_templates', _id, under: root.under, subject: `消息文本「${told.name}」` }
  city.add('notice_templates', {
    ...trail(city, about, happenings),
    ...told,
    ...{ wording: wordings.at(-1), nodeId: root._id, nodeName: root.name, edition: editions.length, editions },
    saved: { by: officer.name, at: editions.at(-1)?.at },
  })
}

/** Texts the city keeps in folders, and one reminder it does not want. */
export const putTexts = (city: City, root: Node, officer: Person) => {
  for (const told of texts) putText(city, root, officer, told)
  const subject = `${root.name}的自动提醒`
  const set = { trigger: '销号后再看一次', set: '关闭' }
  const who = { by: officer.personId, name: officer.name, to: 'kept', at: city.at(-20, 15) }
  const about = { collection: 'notice_switches', _id: deriveId('switches', root._id), under: root.under, subject }
  city.add('notice_switches', {
    ...trail(city, about, [{ ...who, act: 'create', verb: '设置自动提醒', data: set }]),
    ...{ nodeId: root._id, switches: { 'hazard-recheck': false } },
  })
  for (let count = 0; count < 12; count++) city.count('notice', `withheld.${root._id}`, 'hazard-recheck')
}
