import { templateId } from 'types/message-templates'
import type { TemplateKey } from 'types/template-keys'
import { noteWithdrawn } from '../push/push-store'
import type { Result, Settlement } from '../send/message-store'

/** WeChat does not know the template any more, or it was never set up (40037). */
export const withdrawnReason = '微信里的消息模板已停用或没有配置好，只放在站内，请联系管理员'
export const withdrawn: Settlement = { act: 'settle-no-credit', reason: withdrawnReason }
/** Who was on his way when WeChat said so: it was certainly not taken, and arrives once the template is mended. */
export const withdrawnOnTheWay: Settlement = { act: 'settle-failed', reason: withdrawnReason, again: true }

export const isWithdrawn = ({ settlement }: Pick<Result, 'settlement'>) => settlement.reason === withdrawnReason

/** The account's id of a template now: with another one a push goes on. */
export const idNow = (template: TemplateKey) => templateId(template, process.env)

/** Writes into the pushes concerned that nobody else of theirs is to be tried, and why. */
export const keepWithdrawn = async (results: readonly Result[]) => {
  const found = new Map(
    results.flatMap(({ message: { pushId, template }, settlement }) =>
      pushId && settlement.act === 'settle-failed' && isWithdrawn({ settlement }) ? [[pushId, template] as const] : [],
    ),
  )
  for (const [pushId, template] of found) await noteWithdrawn(pushId, idNow(template), withdrawnReason)
}
