import { cutterOf } from './longest-words'

/** What is doubtful about the words of a report or an answer. */
export type Doubt = 'empty' | 'mash' | 'done' | 'nothing' | 'vague' | 'short'

const bare = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const mash = /^([\da-z]{1,10}|(.)\2+|.{0,5}([嗯啊哈哦呵])\3{2,}|(测试|试试|试一下|同上|不知道|随便|嗯|啊|哈)+)$/u

/** "无", "未发现问题", "一切正常". */
const nothing: readonly RegExp[] = [
  /^(暂时?|目前|现场|本次|今天|检查)*(无|没有|没|未发现|未见|不存在)(任何|重大|安全|明显|其他|其它|什么)*(隐患|问题|异常|情况|记录|发现|不足)*$/,
  /^(一切|情况|均|都|很|全部|基本)*(正常|良好|合格|完好|畅通|达标|安全|符合要求|符合|可以|通过|好的?|没事|是|否)$/,
]

/** The name of a company alone. */
const companyName = /^[\p{Script=Han}()]{4,20}有限(责任)?公司$/u

/** A thing that is said to be as it should be, and no word of anything else. */
const fine =
  /^[^不未无没非缺少坏破损漏堵占挡堆乱脱掉松裂旧老过超应需再请锁障货物清整改换修保持划]{2,14}(完好|正常|良好|畅通|符合要求|齐全|已合格)$/u

/**
 * Words by what they tell. mended: it is done, whatever it was · renewed: so it is, and how · looked: somebody looked ·
 * wrong: something is, but not with what · things: what, but not what is wrong · joints and fillers: nothing.
 */
const groups = {
  mended: '整改 改 改善 改正 改进 纠正 处理 解决 修复 修好 完成 落实 跟进 治理 整好 正整 搞定',
  renewed:
    '完善 修改 整理 更换 更改 更新 换 换新 清理 清完 清空 疏通 排除 配置 购置 购买 调整 移除 加强 标注 标记 建立 关闭 增加 新增',
  looked: '检查 排查 巡查 巡检 点检 校验 检测',
  wrong: '未 没 没有 不 无 暂无 忘 忘记 坏 少 不足 异常 危险 损坏 故障 遗漏 脱落 老化',
  things:
    '消防 疏散 作业 应急 警示 指示 通道 出口 设施 器材 灭火器 消防栓 消火栓 应急灯 照明 灯 防火门 插座 开关 电线 线路 配电箱 电箱 配电房 用电 设备 机器 标志 标识 标示 牌 楼梯 电梯 仓库',
  joints: '安全 情况 及 和 与 车间 门口',
  fillers:
    '已 已经 己 以 现 现场 现在 立即 立刻 马上 及时 即时 当场 当天 第一时间 尽快 限期 正在 将 全 全部 方位 都 均 需 需要 要求 要 还 待 督促 请 我 我们 本人 一 一经 一个 一处 一点 一些 发现 认真 有 存在 是 一般 较大 重大 轻微 明显 小 部分 个别 各别 事故 隐患 问题 风险 按 按照 执行 到 到位 位置 完毕 完 好 好的 合格 规定 进行 了 的 中 过 新 查看 再 协助 时间 刚 不久 来得及 来的及 整体 今天 贴 漏贴 少贴 张贴 或 安装 安排 配备 配 配齐 配上 够 如图 图 看 见 照片 图片 附件 具体 合理 放置 细节 地方 经 完整 有时候 做 使用 能 可以 应 应该 希望 领导 大家 厂 司 单位 公司 之 后 前 就 也 并 对 这 那 里 个 很 非常 太 严重 呢 哦 吧 吗 你好 您好 在吗 谢谢 注意 投诉 反映 反馈 举报 说明 信息 计划 小部分 日常 定期 例行 重新 必须 保持 正常 完好 畅通',
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
  const wrong = found.has('wrong')
  const bareThings = found.size === (found.has('joints') ? 2 : 1)
  if (found.has('things') && !bareThings && (wrong || found.has('renewed') || !found.has('mended'))) return null
  // "未定期检查" does say something.
  if (found.has('looked') && wrong) return null
  return !wrong && (found.has('mended') || found.has('renewed')) ? 'done' : 'vague'
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
  return companyName.test(text) ? 'vague' : emptyTalk(text)
}

/** What to ask the writer: a doubt, or fewer than four characters where no photo shows more. */
export const questionWords = (words: string, { hasPhoto }: { hasPhoto: boolean }): Doubt | null =>
  doubtOf(words) ?? ([...bare(words)].length < 4 && !hasPhoto ? 'short' : null)

/** A report an officer should ask back about: no picture shows what its words leave out. */
export const saysNothing = (words: string, photos: number): boolean => photos === 0 && doubtOf(words) !== null
