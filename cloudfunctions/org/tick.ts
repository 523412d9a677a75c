import { erasureMachine } from 'types/org'
import { inviteMachine } from 'types/org-office'
import { move, type Acting } from '../kit/aggregate'
import { eachAlone } from '../kit/each-alone'
import { drain } from '../kit/outbox'
import { ticking } from '../kit/tick'
import { batches, booths, findOverdueBooths } from './booth/booth-store'
import { shut } from './booth/redirect'
import { drives } from './drive/drive-store'
import { endDrives } from './drive/write'
import { enterprises } from './enterprise-store'
import { erasures, findUnfinishedErasures } from './erasure-store'
import { findLapsedInvites, invites } from './invite-store'
import { labelStore } from './labels/label-store'
import { followTerms } from './managers/term-clock'
import { moveOn } from './move/move-clock'
import { followName } from './move/change-node'
import { nodes } from './node-store'
import { people, removePersonOf } from './person-store'
import { dropExports } from './register/export'
import { exports } from './register/export-store'
import { saveSheets } from './register/sheet-clock'
import { sheets } from './register/sheet-store'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })

const expireInvites = async (now: Date) => {
  const due = await findLapsedInvites(now)
  await eachAlone(due, (doc) =>
    move(invites, inviteMachine, doc, clock('邀请过期'), 'expire', doc.version, { at: now }),
  )
  return due.length
}

const closeBooths = async (now: Date) => {
  const due = await findOverdueBooths(now)
  await eachAlone(due, (doc) => shut(doc, clock('展台到期停用'), now))
  return due.length
}

// The other functions have their part once the outbox is empty; only then may the openid go.
const finishErasures = async (now: Date) => {
  const due = await findUnfinishedErasures()
  await eachAlone(due, async (doc) => {
    if (doc.openid !== null) await removePersonOf(doc.openid, doc.createdAt)
    if (doc.outbox.length > 0) return
    const set = { openid: null }
    await move(erasures, erasureMachine, doc, clock('个人资料已删除'), 'finish', doc.version, { at: now, set })
  })
  return due.length
}

const stores = [nodes, enterprises, invites, booths, batches, erasures, people, sheets, exports, labelStore, drives]

const drainOrg = () => {
  const at = new Date()
  return drain('org', stores, at, async (items) => {
    for (const item of items) if (item.kind === 'renamed') await followName(item, at)
  })
}

/** Ends terms, drives, lapsed invitations and booths, drops old sheets; takes in sheets, moves subtrees, finishes erasures. */
export const tick = ticking('org', {
  slow: [dropExports, endDrives, followTerms, expireInvites, closeBooths],
  soon: [drainOrg, saveSheets, moveOn, finishErasures],
})
