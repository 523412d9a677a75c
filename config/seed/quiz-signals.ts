import { deriveId, receiptCode } from 'types/ids'
import type { SignalKind, SignalState } from 'types/quiz-signals'
import { campaignId, levelRules } from './campaign'
import type { City } from './city'
import type { Person } from './people'
import { trail } from './trail'
import type { Node } from './tree'

type Told = { kind: SignalKind; at: Date; words: string[]; settled?: { state: SignalState; reason: string } }

const playOf = ({ openid }: Person) => deriveId('play', campaignId, openid)

const putSignal = (city: City, root: Node, by: Person, player: Person, told: Told) => {
  const { kind, at, words, settled } = told
  const play = playOf(player)
  const _id = deriveId('signal', play, kind)
  const state = settled?.state ?? 'new'
  const clock = { by: 'clock', name: '系统', verb: '发现值得核对的成绩', act: 'create', to: 'new', at }
  const later = new Date(at.getTime() + 18 * 3_600_000)
  const office = { by: by.personId, name: by.name, verb: '核对成绩', at: later }
  const settling = settled
    ? [{ ...office, act: settled.state === 'cleared' ? 'clear' : 'exclude', to: settled.state }]
    : []
  const place = { collection: 'quiz_signals', _id, under: root.under, subject: '值得核对的成绩' }
  city.add('quiz_signals', {
    ...trail(city, place, [clock, ...settling]),
    ...{ campaignId, play, kind, state },
    evidence: words.map((one, index) => ({ key: `${_id}.${index}`, at, words: one })),
    settled: settled ? { by: by.name, at: later, reason: settled.reason } : null,
  })
  city.count('quiz', `signals.${campaignId}`, state)
}

/** A few papers worth a look, one of them settled: fast ones, one phone of three, two who erred alike. */
export const putSignals = (city: City, root: Node, by: Person, players: readonly Person[]) => {
  const [fast, one, two, three, ann, ben, sure] = players
  if (!fast || !one || !two || !three || !ann || !ben || !sure) return
  putSignal(city, root, by, fast, {
    ...{ kind: 'speed', at: city.at(-1, 12.2) },
    words: [
      `第 2 关“${levelRules[1]?.title}”：10 题共 862 字，用时 9 秒，答对 10 题；按每秒 15 字，读一遍约需 57 秒。`,
    ],
  })
  const marks = [one, two, three].map((player) => receiptCode(playOf(player))).join('、')
  for (const player of [one, two, three])
    putSignal(city, root, by, player, {
      ...{ kind: 'device', at: city.at(-2, 18.5) },
      words: [`同一部手机上有 3 人答过这次活动的题，编号 ${marks}。`],
    })
  const alike = (other: Person) =>
    `与编号 ${receiptCode(playOf(other))} 在 4 道相同的题上错选了完全一样的选项（两人各错 5、4 题），两份答卷交卷相隔 2 分钟。`
  putSignal(city, root, by, ann, { kind: 'twins', at: city.at(-3, 9.4), words: [alike(ben)] })
  putSignal(city, root, by, ben, { kind: 'twins', at: city.at(-3, 9.4), words: [alike(ann)] })
  putSignal(city, root, by, sure, {
    ...{ kind: 'speed', at: city.at(-6, 16) },
    words: [
      `第 1 关“${levelRules[0]?.title}”：10 题共 540 字，用时 11 秒，答对 9 题；按每秒 15 字，读一遍约需 36 秒。`,
    ],
    settled: { state: 'cleared', reason: '本人是安全员，练习过多遍，已当面核对' },
  })
}
