import type { HazardKind } from './hazard'
import type * as z from './zod'

/** What a hazard is classed by: the accident it may end in, the factor behind it, why it counts as major. */
export type DictionaryName = 'accident' | 'factor' | 'basis'

/** One edition of a standard; `from` is the Shanghai day it came into force. */
export type Edition = { standard: string; title: string; from: string; entries: Readonly<Record<string, string>> }

const numbered = (words: string): Record<string, string> =>
  Object.fromEntries(words.split(' ').map((label, index) => [String(index + 1).padStart(2, '0'), label]))

/** Editions of each dictionary, oldest first. Accidents are numbered in the order of the standard's own table. */
export const dictionaries: Record<DictionaryName, { label: string; editions: readonly Edition[] }> = {
  accident: {
    label: '可能造成的事故',
    editions: [
      {
        standard: 'GB 6441-1986',
        title: '企业职工伤亡事故分类',
        from: '1987-02-01',
        entries: numbered(
          '物体打击 车辆伤害 机械伤害 起重伤害 触电 淹溺 灼烫 火灾 高处坠落 坍塌 冒顶片帮 透水 放炮 火药爆炸 瓦斯爆炸 锅炉爆炸 容器爆炸 其他爆炸 中毒和窒息 其他伤害',
        ),
      },
      {
        standard: 'GB 6441-2025',
        title: '生产安全事故分类与编码',
        from: '2026-07-01',
        entries: numbered(
          '物体打击 厂（场）内车辆致害 道路（轨道）车辆致害 机械致害 起重致害 触电 淹溺 灼烫 火灾 高处坠落 跌落 坍塌 水害 容器爆炸 管道爆炸 可燃气体爆炸 可燃液体蒸气爆炸 粉尘爆炸 民用爆炸物品爆炸 烟花爆竹爆炸 其他可燃固体爆炸 高温熔融物爆炸 中毒 窒息 滑坡 泄漏 其他',
        ),
      },
    ],
  },
  factor: {
    label: '危险和有害因素',
    editions: [
      {
        standard: 'GB/T 13861-2022',
        title: '生产过程危险和有害因素分类与代码',
        from: '2022-10-01',
        entries: {
          11: '人：心理、生理性',
          12: '人：行为性',
          21: '物：物理性',
          22: '物：化学性',
          23: '物：生物性',
          31: '环境：室内作业场所',
          32: '环境：室外作业场地',
          33: '环境：地下（含水下）作业',
          39: '环境：其他',
          41: '管理：机构和人员配备',
          42: '管理：责任制',
          43: '管理：制度',
          44: '管理：投入',
          46: '管理：应急',
          49: '管理：其他',
        },
      },
    ],
  },
  basis: {
    label: '重大隐患判定依据',
    editions: [
      {
        standard: '应急管理部令第10号',
        title: '工贸企业重大事故隐患判定标准',
        from: '2023-05-15',
        entries: {
          3: '第三条 管理类',
          4: '第四条 冶金',
          5: '第五条 有色',
          6: '第六条 建材',
          7: '第七条 机械',
          8: '第八条 轻工',
          9: '第九条 纺织',
          10: '第十条 烟草',
          11: '第十一条 粉尘爆炸危险',
          12: '第十二条 液氨制冷',
          13: '第十三条 有限空间',
          other: '其他行业的判定标准',
        },
      },
    ],
  },
}

/** The edition a hazard reported on this Shanghai day (`2026-07-01`) is classed by. */
export const editionOn = (name: DictionaryName, day: string): Edition => {
  const { editions } = dictionaries[name]
  const found = editions.filter(({ from }) => from <= day).at(-1) ?? editions[0]
  if (!found) throw new Error(`no edition of ${name}`)
  return found
}

/** The words of a class as it was given: by its own edition, whatever came into force since. */
export const classLabel = (name: DictionaryName, { standard, code }: { standard: string; code: string }) =>
  dictionaries[name].editions.find((edition) => edition.standard === standard)?.entries[code] ?? null

const likely: Record<z.output<typeof HazardKind>, { accident: string; factor: string } | null> = {
  electric: { accident: '触电', factor: '21' },
  fire: { accident: '火灾', factor: '31' },
  machine: { accident: '机械', factor: '21' },
  height: { accident: '高处坠落', factor: '21' },
  chemical: { accident: '中毒', factor: '22' },
  confined: { accident: '中毒', factor: '33' },
  traffic: { accident: '车辆', factor: '32' },
  health: null,
  conduct: { accident: '其他', factor: '12' },
  other: null,
}

/** What a kind of hazard mostly comes down to, as the form's first choice; null where nothing speaks for any. */
export const likelyCode = (name: 'accident' | 'factor', kind: z.output<typeof HazardKind>, day: string) => {
  const guess = likely[kind]?.[name]
  if (!guess) return null
  const { entries } = editionOn(name, day)
  if (name === 'factor') return guess
  return Object.keys(entries).find((code) => entries[code]?.includes(guess)) ?? null
}
