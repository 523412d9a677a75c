import type * as z from './zod'
import type { HazardKind } from './hazard'
import { cutterOf } from './longest-words'

type Kind = z.output<typeof HazardKind>

/**
 * Words that point to a kind: those that tell by themselves | those that usually do | hints. The longest word at a place
 * is the one that counts there, so "应急照明" is no lamp and "消防演练" blocks no exit. Added by hand, after reading.
 */
const tellingWords: Record<Kind | 'none', string> = {
  electric:
    '电线 电缆 电源 电路 线路 配电 电箱 电柜 电表 开关箱 控制箱 插座 插排 排插 插板 插线板 插头 地拖 漏电 漏保 触电 有电 带电 通电 短路 跳闸 电闸 总闸 绝缘 电动工具 接地 接零 地线 零线 火线 相线 零火 相零 跨接 私拉 乱接 乱拉 断路器 线槽 线管 套管 桥架 用电 电气 飞线|充电 开关 电器 照明 灯管 灯具 灯泡 光灯 光线 亮度 线头 接线 裸露 电焊机 电机 防爆灯|电池 保护层 箱体 灯 线 电',
  fire: '消防 灭火 消火栓 水栓 喷淋 烟感 疏散 安全出口 应急灯 应急照明 应急出口 应急通道 安全通道 防火 逃生 闭门器 火灾 着火 起火 冒烟 明火 动火 用火 常闭门 卷帘门 水带 水枪 火警 防烟 警铃|电动车 电瓶车 通道 出口 出入口 过道 走道 走廊 楼道 楼梯 指示灯 指示牌 指示标志 堵塞 堵住 阻塞 占用 挡住 遮挡 阻挡 阻碍 气压 水压 报警器 过期 失效 严禁烟火 巡查 点检|畅通 顺畅 杂物 堆放 货物 物品 纸箱 易燃 可燃 有效期 压力 卷帘 堵 堆满 障碍 安全门 上锁 油烟',
  machine:
    '机器 机床 车床 冲床 铣床 磨床 钻床 冲压 注塑机 打包机 切割机 空压机 搅拌机 砂轮 护罩 防护盖 防护装置 皮带 传送带 齿轮 急停 紧急制动 联锁 限位 起重 行车 吊钩 吊车 吊装 吊运 吊机 钢丝绳 电梯 锅炉 压力容器 安全阀 特种设备 储气罐 夹手 卷入 机械|设备 压力表 操作规程 检修 维修 保养 维保 挂牌 锯 外露 风扇 链条 转动 传动 挡板 防护网 塔吊 升降机 吊笼|机',
  height:
    '坠落 坠物 抛物 高空 高处 登高 脚手架 临边 洞口 悬空 安全绳 安全网 护栏 栏杆 围栏 扶手 孔洞 梯子 人字梯 爬梯 吊篮 屋面 屋顶 平台边 跌落|安全带 过高 太高 基坑 平台',
  chemical:
    '危化 化学 危险品 稀释剂 天那水 洗板水 油漆 酒精 溶剂 清洗剂 汽油 柴油 机油 氨 氯 氧气 氮气 乙炔 气瓶 钢瓶 煤气 燃气 液化气 天然气 硫酸 盐酸 甲苯 乙醇 双氧水 储罐 防爆柜 防爆箱 可燃气体 药水 MSDS 技术说明书|泄漏 泄露 渗漏 漏气 防爆 易燃液体 加油|油',
  confined:
    '有限空间 受限空间 密闭 窨井 检查井 人孔 井盖 污水池 污水井 下水道 清淤 泥浆池 化粪池 沼气 罐内 地窖 缺氧 硫化氢 先通风|井',
  traffic:
    '叉车 铲车 货车 卡车 挖掘机 车辆 机动车 司机 驾驶 超速 倒车 逆行 超载 通勤车 班车 行驶 轮胎 刹车 车速 人车 头盔 闯红灯|停车 车道 路口 装卸 单车 自行车|车',
  health:
    '粉尘 灰尘 扬尘 防尘 噪声 噪音 耳塞 口罩 职业病 职业危害 职业卫生 职业健康 通风 排风 抽风 排气 吸尘 防毒 刺鼻 异味 气味 有毒 重金属 甲醛 中暑 辐射 焊烟 体检 尘肺 洗眼器|高温|苯',
  conduct:
    '违章 违规 违反 安全帽 劳保 防护用品 防护眼镜 护目镜 无证 持证 酒后 抽烟 吸烟 烟头 冒险 疲劳 睡岗 脱岗 离岗 赤脚 拖鞋 无人监护 带病 强令|未戴 没戴 不戴 未带 没带 佩戴 配戴 未系 没系 手套',
  other:
    '消防演练 消防演习 消防培训 消防知识 培训 演练 演习 制度 规章 档案 台账 建档 会议 例会 责任制 责任书 预案 教育 奖惩 公告栏 告知卡 告知牌|警示牌 标志 标识 标示 标签 警示线 黄线 黄色线 标线 画线 划线 登记 记录 备案 应急管理 摆放 乱 吊顶 墙 监控 急救 五距 垛 玻璃 天花 地板 路面 积水 漏水 湿滑 油污 打滑 绊倒 台阶 坍塌 塌方 塌陷 裂缝 垃圾 审批|地 盖 宿舍',
  none: '车间 会议室 流水线 生产线 拉线 手机 机构 现场 充装 火花 油漆脱落 干粉 电话',
}
const weights = [3, 2, 1]

const dictionary = new Map(
  (Object.keys(tellingWords) as (Kind | 'none')[]).flatMap((kind) =>
    tellingWords[kind]
      .split('|')
      .flatMap((words, group) =>
        words.split(' ').map((word) => [word, { kind, weight: weights[group] ?? 0 }] as const),
      ),
  ),
)
const cut = cutterOf(dictionary)

/** Right behind a word these make a place of it: "电梯口" is blocked like any other, "配电房" may lack an extinguisher. */
const places = new Set('口边旁间房室库仓区')

/**
 * Kinds the words sound like, the likeliest first; none when no word tells. The weights of a kind's words add up, but for
 * `other`, whose words (signs, records, training) go with every kind: there the most telling one stands for all.
 */
export const suggestKinds = (words: string): Kind[] => {
  const sums = new Map<Kind, number>()
  const text = words.normalize('NFKC')
  for (const { value, end } of cut(text)) {
    if (!value || value.kind === 'none') continue
    const weight = places.has(text[end] ?? '') ? 1 : value.weight
    const sum = sums.get(value.kind) ?? 0
    sums.set(value.kind, value.kind === 'other' ? Math.max(sum, weight) : sum + weight)
  }
  return [...sums].sort(([, a], [, b]) => b - a).map(([kind]) => kind)
}
