/** What is kept of a volunteer, why, how long, and who sees it: the page, the handed-out copy and the tests read this. */
export type Kept = { what: string; why: string; until: string; seenBy: string }

/** Months for which pictures of an activity hang on its wall. */
export const wallKeepMonths = 24
/** Days for which it is noted who looked at a full number. */
export const lookKeepDays = 1095
/** Minutes a copy of one's own data lies in the storage. */
export const copyKeepMinutes = 60

export const kept: readonly Kept[] = [
  {
    what: '申请表（姓名、身份证号、手机号、健康状况等）',
    why: '实名登记、审核、名册',
    until: '退出后 30 天；注销或点“删除”时立即删除',
    seenBy: '受理的工会及其上级、同级监管部门；号码只显示头尾几位',
  },
  {
    what: '照片、签名、证书照片',
    why: '核对本人、制作证件',
    until: '和申请表一起删除',
    seenBy: '同上',
  },
  {
    what: '参加活动和服务时长',
    why: '年度考核，每年至少两次的承诺',
    until: '长期，注销后不再对应到您；队伍和年度的合计数不变',
    seenBy: '活动组织单位、您所在队伍的两方管理员',
  },
  {
    what: '签到时离集合地点多少米（您选择附上位置时）',
    why: '组织者核对签到',
    until: '注销时删除；位置本身不保存',
    seenBy: '活动组织单位',
  },
  {
    what: '活动照片墙上您传的照片',
    why: '记录活动',
    until: `${wallKeepMonths} 个月；注销或点“有我，请撤下”时立即撤下`,
    seenBy: '参加同一活动的人和组织单位',
  },
  {
    what: '所在队伍和离队记录',
    why: '组织活动',
    until: '注销后只留队名和日期，不再对应到您',
    seenBy: '两方管理员；队友只看到姓名',
  },
  {
    what: '谁看过您的完整号码',
    why: '让您能监督',
    until: '3 年；注销时删除',
    seenBy: '您本人',
  },
  {
    what: '审核结论、同意的说明版本、证书编号',
    why: '证明审核和授权发生过（个人信息保护法要求处理者能够证明）',
    until: '长期，不含姓名和号码',
    seenBy: '办理过的单位',
  },
]

/** Kept although somebody erases himself, because the law asks for it; nothing of it names him. */
export const keptByLaw: readonly string[] = [
  '审核结论和同意记录：证明曾经征得同意，不含姓名和号码。',
  '操作记录：哪个单位在什么时候办了什么，只写“申请人”。',
  '队伍和年度的合计数：次数和时长，不含是谁。',
  '已发证书的编号：查验时显示“已注销”，不显示姓名。',
  '旧备份：最长 90 天后自动删除。',
]
