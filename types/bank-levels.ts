import type { QuestionCategory } from './bank'

export type BankLevel = { id: string; title: string; summary: string; categories: readonly QuestionCategory[] }

const subjects: readonly BankLevel[] = [
  {
    id: 'electric-and-hot-work',
    title: '用电安全',
    summary: '用电、动火、用气和危险物品，身边的火源怎么管',
    categories: ['electric', 'chemical'],
  },
  {
    id: 'fire-exits',
    title: '消防通道',
    summary: '预防火灾、报警、疏散，守住生命通道',
    categories: ['fire', 'evacuation'],
  },
  {
    id: 'emergency',
    title: '应急避险',
    summary: '看懂预警、临危不乱，救自己也帮别人',
    categories: ['emergency'],
  },
  {
    id: 'occupational-health',
    title: '职业健康',
    summary: '粉尘、毒物、体检与诊断，保护身体有办法',
    categories: ['occupational-disease'],
  },
  {
    id: 'rights',
    title: '岗位权利',
    summary: '知情、拒绝、撤离、求偿，您的权利请收好',
    categories: ['rights'],
  },
  {
    id: 'duties',
    title: '岗位责任',
    summary: '守规程、戴护品、报隐患，单位和个人各尽其责',
    categories: ['duties', 'training', 'reporting', 'management'],
  },
  {
    id: 'union',
    title: '工会与我',
    summary: '入会、协商、维权，工会能帮您做什么',
    categories: ['union'],
  },
]

const mixed: BankLevel = {
  id: 'final',
  title: '综合挑战',
  summary: '五部法律一起考，看看您学到了多少',
  categories: subjects.flatMap((level) => level.categories),
}

/** The eight levels of the demo campaign; each draws from the questions of its categories, the last from all of them. */
export const levels: readonly BankLevel[] = [...subjects, mixed]
