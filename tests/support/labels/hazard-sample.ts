import { mark, shuffled, type Row } from './hazard-rows'

/** How a text came into the sample; only `plain` texts stand for all rows. */
export type Stratum = 'plain' | 'short' | 'rare'

const plainSize = 600
const shortSize = 110
const rareSize = 22

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
  return chosen
}

export const markedSample = (rows: readonly Row[]) =>
  new Map([...sampleRows(rows)].map(([words, stratum]) => [mark(words), { words, stratum }]))
