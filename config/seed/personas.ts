import type { Enterprise } from './enterprises'
import { demoWorker, type Person, type Staff } from './people'
import { nodeId, type Node } from './tree'

type Persona = { openid: string; name: string; role: string; note: string }

const persona = (person: Person | undefined, role: string, note: string): Persona[] =>
  person ? [{ openid: person.openid, name: person.name, role, note }] : []

/** Who somebody trying the product would want to be. */
export const personasOf = (
  nodes: readonly Node[],
  enterprises: readonly Enterprise[],
  staff: Staff,
  chairs: readonly Person[],
  workers: readonly Person[],
  leaders: readonly Person[],
  /** openids of those on the roster. */
  enrolled: readonly string[],
  returned: Person | undefined,
): Persona[] => {
  const officersOf = (name: string) => staff.officers.get(nodeId(name)) ?? []
  const bureau = nodes.find((node) => node.authority === 'regulator')
  const first = enterprises[0]
  return [
    ...persona(demoWorker(workers), '职工', '扫过展台码，选好了单位'),
    ...persona(officersOf('青泽市总工会')[0], '市总工会干部', '能看全市，可推送消息、建活动'),
    ...persona(officersOf('东原区总工会')[0], '区总工会干部', '东原区的台账和审核'),
    ...persona(officersOf('槐荫街道总工会')[0], '街道工会干部', '槐荫街道'),
    ...persona(bureau && staff.regulators.get(bureau._id)?.[0], '市应急管理局', '审核志愿者专业'),
    ...persona(staff.regulators.get(nodeId('东原区应急管理局'))?.[0], '区应急管理局', '东原区志愿者专业审核'),
    ...persona(first && staff.fixers.get(first._id), '企业整改责任人', first?.name ?? ''),
    ...persona(
      workers.find(({ openid }) => openid === enrolled[0]),
      '志愿者',
      '在名册上，可报名活动、签到',
    ),
    ...persona(returned, '报名待补充的职工', '志愿者申请被退回，要补充证书'),
    ...persona(leaders[0], '班组长', '可以替不用微信的工友上报'),
    ...persona(chairs[0], '企业工会主席', '看不到对企业保密的上报人'),
  ]
}
