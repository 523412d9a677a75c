import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import type { orgContract } from 'types/org-contract'
import { searchTerms } from 'types/text-similarity'
import { born, type Acting } from '../kit/aggregate'
import type { Handler } from '../kit/serve'
import type { NodeDoc, StoredGrant } from './documents'
import { found } from './founding-store'
import { findUnionRoot } from './node-store'
import { cleanName } from './own-name'
import { findPerson } from './person-store'
import { toMe } from './views'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()

const checkSecret = (given: string) => {
  const secret = process.env.FIRST_ADMINISTRATOR_SECRET
  if (!secret)
    throw new AppError('FORBIDDEN', { message: '还没有设置一次性口令，请在云函数 org 的环境变量里填写后再试。' })
  // Digests have one length, so the comparison tells nothing about how much was right.
  if (!timingSafeEqual(digest(secret), digest(given)))
    throw new AppError('FORBIDDEN', { message: '一次性口令不对，请核对部署时填写的口令。' })
}

const layRoot = (id: string, name: string, acting: Acting, now: Date): NodeDoc => ({
  ...born(acting, { _id: id, state: 'active', under: [id], subject: `地方工会「${name}」`, at: now }),
  ...{ parentId: null, type: 'geographic', authority: 'union', name, terms: searchTerms(name) },
  ...{ path: `/${id}`, depth: 0, managers: 1, serves: null },
})

const grantAt = (root: NodeDoc, now: Date): StoredGrant => ({
  ...{ id: deriveId('grant', root._id), role: 'officer', nodeId: root._id, nodeName: root.name, authority: 'union' },
  ...{ enterpriseId: null, under: root.under, since: now, by: 'first-administrator' },
})

/**
 * Opens an empty environment: the union root and its first officer, by a secret that works once. Seeded or restored
 * environments have a root already and need no founder.
 */
export const becomeFirstAdministrator: Handler<typeof orgContract.becomeFirstAdministrator> = async (
  { _id, secret, unionName, name: given },
  { caller, acting, now },
) => {
  checkSecret(secret)
  const name = cleanName(given)
  const taken = new AppError('NOT_ALLOWED_NOW', { message: '首位管理员已经启用，请向现有管理员索取邀请。' })
  const standing = await findUnionRoot()
  if (standing && standing._id !== _id) throw taken
  const root = layRoot(_id, unionName, acting('officer', { by: 'first-administrator', name }), now)
  const change = { set: { name, grants: [grantAt(root, now)] } }
  const { founding, person } = await found(_id, root, { openid: caller.openid, change, now })
  if (founding.attempt !== _id || founding.openid !== caller.openid) throw taken
  return toMe(person ?? (await findPerson(caller.openid)))
}
