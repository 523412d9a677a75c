import type * as z from './zod'
import type { HazardKind } from './hazard'

type Kind = z.output<typeof HazardKind>

/** One article a letter may rest on; `phrase` is quoted from the text in force, word for word. */
export type LawBasis = {
  id: string
  law: string
  /** Year of the text. */
  version: string
  article: number
  phrase: string
  /** Kinds of hazard it is proposed for; none: for every letter. */
  kinds?: readonly Kind[]
}

const safety = (article: number, phrase: string, kinds?: readonly Kind[]): LawBasis => ({
  ...{ id: `safety-${article}`, law: '安全生产法', version: '2021', article, phrase },
  ...(kinds ? { kinds } : {}),
})
const other =
  (id: string, law: string, version: string) =>
  (article: number, phrase: string, ...kinds: Kind[]) => ({
    ...{ id: `${id}-${article}`, law, version, article, phrase },
    ...(kinds.length > 0 ? { kinds } : {}),
  })
const fire = other('fire', '消防法', '2021')
const disease = other('disease', '职业病防治法', '2018')
const union = other('union', '工会法', '2021')

/** What a union's letter may name; the first two carry the right to suggest and the duty to answer. */
export const lawBases: readonly LawBasis[] = [
  safety(60, '有权提出解决的建议，生产经营单位应当及时研究答复'),
  union(25, '有权提出解决的建议，企业应当及时研究答复'),
  safety(41, '采取技术、管理措施，及时发现并消除事故隐患'),
  safety(36, '必须对安全设备进行经常性维护、保养，并定期检测，保证正常运转', ['electric', 'machine', 'confined']),
  safety(43, '应当安排专门人员进行现场安全管理', ['electric', 'height', 'confined']),
  safety(45, '必须为从业人员提供符合国家标准或者行业标准的劳动防护用品', ['height', 'chemical', 'confined', 'machine']),
  safety(35, '设置明显的安全警示标志', ['height', 'confined', 'traffic', 'machine']),
  safety(39, '建立专门的安全管理制度，采取可靠的安全措施', ['chemical']),
  safety(44, '严格执行本单位的安全生产规章制度和安全操作规程', ['conduct', 'traffic', 'other']),
  fire(16, '保障疏散通道、安全出口、消防车通道畅通', 'fire'),
  fire(28, '不得占用、堵塞、封闭疏散通道、安全出口、消防车通道', 'fire'),
  fire(21, '禁止在具有火灾、爆炸危险的场所吸烟、使用明火', 'fire', 'chemical'),
  disease(40, '有权对用人单位的职业病防治工作提出意见和建议', 'health'),
  disease(26, '应当实施由专人负责的职业病危害因素日常监测', 'health'),
  disease(25, '应当进行经常性的维护、检修，定期检测其性能和效果', 'health'),
]

/** What is proposed for a kind: the general articles and the kind's own. */
export const lawsFor = (kind: Kind): readonly LawBasis[] =>
  lawBases.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))

export const findLaw = (id: string): LawBasis | undefined => lawBases.find((basis) => basis.id === id)

const digits = '零一二三四五六七八九'

/** 60 → 六十, 106 → 一百零六; below one thousand. */
export const chineseNumeral = (value: number): string => {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const tensWord =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : (tens === 1 && hundreds === 0 ? '' : digits[tens]) + '十'
  return (hundreds > 0 ? `${digits[hundreds]}百` : '') + tensWord + (ones > 0 ? digits[ones] : '')
}

/** `《安全生产法》第六十条`. */
export const nameOfLaw = ({ law, article }: Pick<LawBasis, 'law' | 'article'>) =>
  `《${law}》第${chineseNumeral(article)}条`
