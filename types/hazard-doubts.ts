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
 * Words by what they tell. mended: it is done, whatever it was · renewed: so it is, and how · looked: somebody looked · managed: what an office does ·
 * denials and faults: something is wrong, but not with what · things: what, but not what is wrong · joints and
 * fillers: nothing.
 */
const groups = {
  mended:
    '整改 改善 改正 改进 纠正 处理 解决 修复 修好 完成 落实 完善 跟进 治理 整好 正整 搞定 做好 弄好 改好 改 整改前 整改后',
  renewed:
    '修改 整理 更换 更改 换新 清理 清完 清空 疏通 排除 配置 购置 检查好 检查完毕 调整 更新 更换新 移除 加强 标注 标记 建立 关闭 搞 弄 增加 新增 添加 增设 补充 加装 移走 搬走 搬离 清除 采购 购买 固定 检修',
  looked: '检查 排查 巡查 巡检 点检 校验 检测 测试 送检',
  denials: '未 没有 没 不 不够 未够 无 暂无 忘记 忘',
  faults: '坏 不足 异常 危险 漏贴 少贴 损坏 故障 遗漏 坏了 脱落 老化 少',
  managed:
    '培训 演练 应急 演习 教育 制度 管理 档案 建档 存档 会议 责任书 责任制 责任 宣传 学习 知识 意识 三级 新员工 员工 人员 组织 开展 全员 参与 参加 后续 岗位 年度 季度 年 月 生产 签订 总结 考试 考核 召开 观看 视频 健全 规章 操作规程',
  things:
    '消防通道 安全通道 疏散通道 作业通道 通道 安全出口 出口 消防 设施 器材 灭火器 消防栓 应急灯 应急照明 防火门 指示灯 插座 开关 电线 线路 配电箱 电箱 设备 机器 标志 标识 用电 消火栓 插排 排插 插线板 插头 楼梯 楼道 走廊 电梯 机床 叉车 车辆 指示牌 指示标志 疏散指示标志 警示标志 安全标志 安全警示标志 标牌 标示 标签 出入口 安全出入口 地线 照明 照明灯 灯管 仓库 库房 宿舍 食堂 厨房 配电房 配电室 防护罩 皮带轮 口罩 安全帽',
  joints: '安全 情况 及 和 与 车间 门口',
  fillers:
    '已经 已 己 以 现已 现 立即 立刻 马上 现场 及时 即时 当场 当天 第一时间 尽快 限期 正在 将 全部 全方位 都 均 需要 需 还需 要求 要 还 待 督促 请 我们 本人 一经 发现 认真 有 存在 是 一般 较大 重大 轻微 明显 小 一点 一些 一个 一处 部分 个别 事故 隐患 问题 风险 按照 按 执行 到位 位置 完毕 合格 规定 进行 好 了 的 中 过 新 查看 再 协助 时间 刚 不久 来得及 来的及 换 完 整体 今天 张贴 贴 或 安装 配备 配齐 如图 见图 照片 见照片 看照片 具体 规范 合理 放置 细节 地方 经 到 完整 有时候 有时 各别 配上 配好 做 使用 能 可以 应 应该 希望 领导 大家 我 我厂 我司 本 公司 现在 之前 之后 以后 后 前 就 也 并 对 被 这里 那里 这个 那个 这 那 很 非常 太 挺 严重 呢 哦 吧 吗 你好 您好 在吗 收到 谢谢 辛苦了 看图 看图片 看 如图所示 图片 附件 安全第一 注意安全 投诉 反映 反馈 举报 上报 不清楚 说明 信息 计划 一小部分 日常 定期 例行 多处 流畅 此项 安排 重新 必须 须 确保 保证 做到 力度 工作 加大 提高 重视 监督 责令 通知 相关 有关 负责人 主管 部门 各 每日 每天 每月 经常 长期 随时 保持 正常 良好 完好 畅通 顺畅 存 一只 两个 2个 其他 其它 已有 电工 师傅 维修 人',
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
  const wrong = found.has('denials') || found.has('faults')
  const bareThings = [...found].every((group) => ['things', 'joints', 'managed'].includes(group ?? ''))
  if (found.has('things') && !bareThings && (wrong || found.has('renewed') || !found.has('mended'))) return null
  // "未定期检查" and "没有培训" do say something.
  if ((found.has('looked') || found.has('managed')) && wrong) return null
  return !found.has('denials') && (found.has('mended') || found.has('renewed')) ? 'done' : 'vague'
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
