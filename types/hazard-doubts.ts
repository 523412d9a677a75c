import { cutterOf } from './longest-words'

/** What is doubtful about the words of a report or an answer. */
export type Doubt = 'empty' | 'mash' | 'done' | 'nothing' | 'vague' | 'short'

const bare = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const mash = /^([\da-z]{1,10}|(.)\2+|(测试|试试|试一下|同上|不知道|随便|嗯|啊|哈)+)$/u

/** "无", "未发现问题", "一切正常". */
const nothing: readonly RegExp[] = [
  /^(暂时?|目前|现场|本次|今天|检查)*(无|没有|没|未发现|未见|不存在)(任何|重大|安全|明显|其他|其它|什么)*(隐患|问题|异常|情况|记录|发现|不足)*$/,
  /^(一切|情况|均|都|很|全部|基本)*(正常|良好|合格|完好|畅通|达标|安全|符合要求|符合|可以|通过|好的?|没事|是|否)$/,
]

/** A thing that is said to be as it should be, and no word of anything else. */
const fine =
  /^[^不未无没非缺少坏破损漏堵占挡堆乱脱掉松裂旧老过超应需再请锁障货物清整改换修保持划]{2,14}(完好|正常|良好|畅通|符合要求|齐全|已合格)$/u

/**
 * Words by what they tell. mended: it is done, whatever it was · renewed: so it is, and how · denials and faults: something
 * is wrong, but not with what · things: what, but not what is wrong · fillers: nothing.
 */
const groups = {
  mended: '整改 改善 改正 改进 纠正 处理 解决 修复 修好 完成 落实 完善 跟进 治理',
  renewed: '修改 整理 更换 更改 换新 清理 清完 清空 疏通 排查 排除 配置 购置 检查好 检查完毕',
  denials: '未 没有 没 不 不够 未够 无',
  faults: '坏 不足 异常 危险 漏贴 少贴',
  things:
    '消防通道 安全通道 疏散通道 作业通道 通道 安全出口 出口 消防 设施 器材 灭火器 消防栓 应急灯 应急照明 防火门 指示灯 插座 开关 电线 线路 配电箱 电箱 设备 机器 标志 标识 用电',
  fillers:
    '已经 已 己 以 现已 现 立即 立刻 马上 现场 及时 即时 当场 当天 第一时间 尽快 限期 正在 将 全部 全方位 都 均 需要 需 还需 要求 要 还 待 督促 请 我们 本人 一经 发现 认真 有 存在 是 一般 较大 重大 轻微 明显 小 一点 一些 一个 一处 部分 个别 安全 事故 隐患 问题 风险 情况 按照 按 执行 到位 位置 完毕 合格 规定 进行 好 了 的 中 过 新 更新 查看 再 协助 时间 刚 不久 来得及 来的及 换 完 整体 今天 张贴 贴 或 安装 配备 配齐 如图 见图 照片 见照片 看照片',
}
type Group = keyof typeof groups
const cut = cutterOf(
  new Map(
    (Object.keys(groups) as Group[]).flatMap((group) => groups[group].split(' ').map((word) => [word, group] as const)),
  ),
)

/** Words that name neither a thing nor what is wrong with it: "一经发现马上整改", "还需完善", "通道已整改好". */
const emptyTalk = (text: string): Doubt | null => {
  const found = new Set(cut(text).map(({ value }) => value))
  if (found.has(null)) return null
  const tells = found.has('denials') || found.has('faults') || found.has('renewed') || !found.has('mended')
  if (found.has('things') && tells) return null
  return found.has('mended') || found.has('renewed') ? 'done' : 'vague'
}

/**
 * Looks for words that say nothing: empty, pressed keys, "已整改", "无", "有隐患". A doubt is a question to the writer and a
 * hint to the officer, never a refusal; null where there is none.
 */
export const doubtOf = (words: string): Doubt | null => {
  const text = bare(words)
  if (text === '') return words.trim() === '' ? 'empty' : 'mash'
  if (mash.test(text)) return 'mash'
  if (nothing.some((pattern) => pattern.test(text)) || fine.test(text)) return 'nothing'
  return emptyTalk(text)
}

/** What to ask the writer: a doubt, or fewer than four characters where no photo shows more. */
export const questionWords = (words: string, { hasPhoto }: { hasPhoto: boolean }): Doubt | null =>
  doubtOf(words) ?? ([...bare(words)].length < 4 && !hasPhoto ? 'short' : null)
