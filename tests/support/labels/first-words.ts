// What the phone did before the words were weighed: the plain table that better words are measured against. Not to be mended.
import type * as z from 'types/zod'
import type { HazardKind } from 'types/hazard'

type Kind = z.output<typeof HazardKind>

const tellingWords: Record<Exclude<Kind, 'other'>, string> = {
  electric:
    '电线 电缆 电源 线路 配电 配电箱 配电柜 电箱 开关箱 插座 插排 插线板 漏电 触电 带电 短路 绝缘 接地 裸露 飞线 私拉 乱接 充电 电焊机 电机 用电 开关 电器 电气 拖线',
  fire: '消防 灭火器 灭火 消火栓 消防栓 喷淋 烟感 报警器 疏散 疏散通道 安全出口 应急灯 应急照明 指示灯 指示牌 防火门 卷帘 防火 火灾 着火 起火 冒烟 明火 易燃 堵塞 占用通道 通道 杂物 动火',
  machine:
    '机器 设备 机械 机床 车床 冲床 防护罩 护罩 皮带 传送带 齿轮 急停 联锁 限位 起重 行车 吊钩 吊车 吊装 钢丝绳 电梯 锅炉 压力容器 压力表 安全阀 砂轮 切割机 卷入 夹手 检修 挂牌',
  height: '脚手架 高处 高空 登高 坠落 临边 洞口 安全带 安全绳 安全网 护栏 栏杆 梯子 人字梯 吊篮 屋面 屋顶 爬梯 平台边',
  chemical:
    '危化 危险化学品 化学品 稀释剂 油漆 酒精 汽油 柴油 液氨 氨气 氯气 氧气瓶 乙炔 气瓶 钢瓶 煤气 液化气 天然气 燃气 泄漏 酸 碱 储罐 防爆 可燃气体',
  confined: '有限空间 受限空间 密闭 窨井 检查井 井盖 污水池 污水井 化粪池 沼气 下井 罐内 地窖 缺氧 硫化氢 先通风',
  traffic: '车辆 叉车 铲车 货车 卡车 挖掘机 超速 倒车 逆行 超载 车道 路口 行驶 驾驶 通勤车 班车 装卸 人车',
  health: '粉尘 扬尘 噪声 噪音 防尘 耳塞 防毒 刺鼻 异味 有毒 甲醛 苯 高温 中暑 通风 辐射 焊烟 职业病 体检 尘肺',
  conduct:
    '违章 违规 违章指挥 违反 安全帽 未戴 没戴 不戴 未佩戴 没有佩戴 未系 没系 无证 酒后 抽烟 吸烟 烟头 冒险 疲劳 睡岗 脱岗 离岗 赤脚 拖鞋 无人监护 强令',
}

const table = (Object.keys(tellingWords) as (keyof typeof tellingWords)[]).map(
  (kind) => [kind, tellingWords[kind].split(' ')] as const,
)

const weigh = (text: string, words: readonly string[]): number =>
  words.reduce((sum, word) => (text.includes(word) ? sum + word.length : sum), 0)

export const firstSuggestions = (words: string): Kind[] =>
  table
    .map(([kind, telling]) => ({ kind, weight: weigh(words, telling) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ kind }) => kind)

const firstUsual: readonly Kind[] = ['electric', 'fire', 'machine', 'height']

/** The three kinds the phone showed. */
export const firstShown = (words: string): Kind[] =>
  [...new Set([...firstSuggestions(words).slice(0, 3), ...firstUsual])].slice(0, 3)

const bare = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const patterns: readonly RegExp[] = [
  /^$/,
  /^[\da-z]{1,10}$/,
  /^(.)\1+$/u,
  /^(测试|试试|试一下|同上|不知道|随便|嗯+|啊+|哈+)+$/,
  /^(已经|[已己以现]|立即|立刻|马上|现场|及时|全部|需要?|要求?|待|正在|限期|尽快|督促|当场|今天|隐患|问题)*(整改|改善|改正|改进|处理|解决|修复|修好|整理|完成|落实)(完成|完毕|到位|合格|落实|情况|好|了|中|过)*$/,
  /^(暂时?|目前|现场|本次|今天|检查)*(无|没有|没|未发现|未见|不存在)(任何|重大|安全|明显|其他|什么)*(隐患|问题|异常|情况|记录|发现|不足)*$/,
  /^(一切|情况|均|都|很|全部|基本)*(正常|良好|合格|完好|畅通|达标|安全|符合要求|符合|可以|通过|好的?|没事|是|否)$/,
  /^(有|存在|发现)?(一些|一般|较大|重大|安全|事故|轻微|小|一个|一处|部分)*(隐患|问题|风险|不足|危险|有|见照片|看照片|如图|见图)?$/,
]

export const firstDoubt = (words: string): boolean => patterns.some((pattern) => pattern.test(bare(words)))
