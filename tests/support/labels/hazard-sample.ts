import { firstSuggestions } from './first-words'
import { frozen, mark, shuffled, type Row } from './hazard-rows'

/** How a text came into the sample; only `plain` texts stand for all rows. */
export type Stratum = 'plain' | 'short' | 'rare' | 'vague' | 'untold' | 'last'

const plainSize = 600
const shortSize = 110
const rareSize = 22
const vagueSize = 200
const untoldSize = 240
const lastSize = 160

/** Broad words by which texts of the rarer kinds are met; they choose, they do not label. */
const rareWords: readonly RegExp[] = [
  /叉车|车辆|司机|驾驶|货车|车速/u,
  /高处|高空|脚手架|梯|坠|临边|护栏|洞口/u,
  /井|池|有限空间|密闭|罐/u,
  /粉尘|噪|口罩|耳塞|职业|防护用品|通风/u,
  /化学|危化|气瓶|氧气|乙炔|油漆|酒精|稀释|溶剂|燃气|煤气/u,
  /安全帽|违章|吸烟|抽烟|无证|持证|操作规程|不戴|未戴/u,
  /机器|设备|机床|防护罩|急停|皮带|电梯|吊/u,
]

/** Broad words among which texts that say nothing are met; most texts that hold one of them do say something. */
const vagueWords = /整改|改善|隐患|问题|异常|无|正常|符合|合格|完善|完好|良好|处理|落实|加强|及时/u

const bare = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')

/** The texts that were labelled: distinct, seeded, and a little fuller of short ones and of the rarer kinds. */
export const sampleRows = (rows: readonly Row[]): Map<string, Stratum> => {
  const texts = [...new Map(rows.map(({ words }) => [bare(words) || words, words])).values()]
  const order = shuffled(texts, 'hazard words', (words) => words)
  const chosen = new Map<string, Stratum>()
  const take = (stratum: Stratum, size: number, fits: (words: string) => boolean) => {
    const free = order.filter((words) => !chosen.has(words) && fits(words))
    for (const words of free.slice(0, size)) chosen.set(words, stratum)
  }
  take('plain', plainSize, () => true)
  take('short', shortSize, (words) => [...bare(words)].length <= 5)
  for (const rare of rareWords) take('rare', rareSize, (words) => rare.test(words))
  take('vague', vagueSize, (words) => [...bare(words)].length <= 9 && vagueWords.test(words))
  take('untold', untoldSize, (words) => [...bare(words)].length <= 12 && firstSuggestions(words).length === 0)
  const last = (words: string) => frozen(mark(words)) && [...bare(words)].length <= 8
  take('last', lastSize, (words) => last(words) && firstSuggestions(words).length === 0)
  return chosen
}
