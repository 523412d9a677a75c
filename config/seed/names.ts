import type { Dice } from './dice'

/** Invented places and people; nobody of them lives anywhere. */
export const union = '青泽市总工会'
export const bureau = '青泽市应急管理局'

type Branch = { name: string; short: string; type: 'geographic' | 'industry' | 'group'; below: readonly string[] }

export const branches: readonly Branch[] = [
  {
    name: '东原区总工会',
    short: '东原区',
    type: 'geographic',
    below: ['槐荫街道总工会', '云栖街道总工会', '石桥镇总工会'],
  },
  { name: '西岭区总工会', short: '西岭区', type: 'geographic', below: ['松涛街道总工会', '望岭镇总工会'] },
  { name: '北埠区总工会', short: '北埠区', type: 'geographic', below: ['码头街道总工会', '盐滩镇总工会'] },
  { name: '南湖县总工会', short: '南湖县', type: 'geographic', below: ['菱塘镇总工会', '苇岸镇总工会'] },
  { name: '青泽高新区工会', short: '高新区', type: 'geographic', below: [] },
  { name: '青泽港经济开发区工会', short: '港经开区', type: 'geographic', below: [] },
  { name: '青泽市建设系统工会', short: '建设系统', type: 'industry', below: [] },
  { name: '青泽市交通运输系统工会', short: '交通系统', type: 'industry', below: [] },
  { name: '泽能集团工会', short: '泽能集团', type: 'group', below: [] },
]

const surnames = [...'沈陆顾骆方卢梁温祁柯童邵聂江岳汤殷贺戚辛艾凌缪詹屠项'].map(String)
const givens = [
  ...[
    '安宁',
    '以诺',
    '清和',
    '向晴',
    '知夏',
    '明远',
    '书航',
    '雨桐',
    '志坚',
    '建业',
    '佳禾',
    '思源',
    '晓峰',
    '海澜',
    '文博',
  ],
  ...[
    '若兰',
    '长青',
    '敬一',
    '云舒',
    '立新',
    '春晖',
    '秋实',
    '子墨',
    '可欣',
    '国栋',
    '凤鸣',
    '锦程',
    '小满',
    '望舒',
    '景行',
  ],
]

const taken = new Set<string>()

/** A name no list of real people was asked for; no two people of the city share one. */
export const personName = (dice: Dice): string => {
  const name = dice.pick(surnames) + dice.pick(givens)
  if (taken.has(name)) return personName(dice)
  taken.add(name)
  return name
}

const heads = [
  ...[
    '泽能',
    '恒丰',
    '路桥',
    '安居',
    '鲜达',
    '岚光',
    '禾谷',
    '锦川',
    '海晏',
    '云杉',
    '松柏',
    '明湖',
    '鼎润',
    '启航',
    '金谷',
  ],
  ...[
    '玉泉',
    '长亭',
    '清源',
    '远山',
    '佳木',
    '天工',
    '丰泽',
    '永固',
    '星河',
    '百川',
    '瑞禾',
    '晨曦',
    '沃野',
    '通达',
    '正阳',
  ],
]
type Trade = { tail: string; industry: string; highRisk: boolean }
const trades: readonly Trade[] = [
  { tail: '机械', industry: '机械制造', highRisk: false },
  { tail: '化工', industry: '化工', highRisk: true },
  { tail: '建设', industry: '建筑施工', highRisk: true },
  { tail: '冷链', industry: '仓储物流', highRisk: true },
  { tail: '商场', industry: '商贸', highRisk: false },
  { tail: '食品', industry: '食品加工', highRisk: false },
  { tail: '冶金', industry: '冶金', highRisk: true },
  { tail: '运输', industry: '交通运输', highRisk: true },
  { tail: '纺织', industry: '纺织', highRisk: false },
  { tail: '电子', industry: '电子', highRisk: false },
  { tail: '石料', industry: '非煤矿山', highRisk: true },
  { tail: '燃气', industry: '燃气', highRisk: true },
]

/** The n-th of 60 different enterprises: 30 names, each in two trades. */
export const enterpriseName = (n: number): Trade & { name: string } => {
  const trade = trades[(n * 5 + Math.floor(n / heads.length) * 7) % trades.length] as Trade
  return { ...trade, name: `${heads[n % heads.length]}${trade.tail}` }
}
