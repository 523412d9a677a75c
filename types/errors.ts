/** Code → the one sentence a person reads. */
export const errorBook = {
  INVALID_INPUT: '填写的内容有误，请检查后再提交。',
  NOT_FOUND: '没有找到这条记录，可能已被移走，请返回刷新。',
  FORBIDDEN: '您没有办理这件事的权限，请联系上级工会管理员。',
  UNKNOWN_ACTION: '这个功能暂不可用，请更新小程序后再试。',
  CONFLICT: '别人刚刚办理过这条记录，请刷新后再操作。',
  NOT_ALLOWED_NOW: '这条记录现在不能这样办理，请刷新后查看最新状态。',
  ALREADY_EXISTS: '已经有同样的记录了，无需重复提交。',
  TOO_OFTEN: '操作太频繁了，请稍后再试。',
  TOO_LARGE: '内容太大，请减少后再试。',
  CONTENT_RISKY: '内容可能含有不适合公开的信息，请修改后再提交。',
  CONSENT_REQUIRED: '需要您先同意隐私说明，才能继续。',
  PERIOD_CLOSED: '活动不在进行时间内，请留意工会通知。',
  LEVEL_LOCKED: '请先闯过前一关，再来挑战这一关。',
  NO_ATTEMPT_LEFT: '这一轮的挑战次数用完了，请留意下次开放的时间。',
  PAPER_CLOSED: '这份答卷已经交过或超时，请重新开始。',
  LINK_EXPIRED: '这个链接已使用或过期，请向发给您的人重新索取。',
  LAST_MANAGER: '每个单位至少保留两名管理员，请先增加一名再调整。',
  SAME_PERSON: '这一步需要由另一个人来办理。',
  SHEET_REJECTED: '表格无法读取，请按模板检查后重新上传。',
  SERVICE_BUSY: '微信服务暂时没有响应，请稍后再试。',
  NETWORK: '网络不太好，内容已保存在手机里，请稍后再试。',
  INTERNAL: '系统出了点问题，请稍后再试，我们已记录。',
} as const

export type ErrorCode = keyof typeof errorBook
