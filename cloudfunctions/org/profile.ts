import { AppError } from 'types/app-error'
import { maskPhoneNumber, parsePhoneNumber } from 'types/phone-number'
import type { orgContract } from 'types/org-contract'
import type { Acting } from '../kit/aggregate'
import { checkText } from '../kit/content-check'
import { platform } from '../kit/cloud'
import { countRecorded } from '../kit/current-call'
import { openapiCode } from '../kit/platform-error'
import { fingerprint, seal } from '../kit/sensitive'
import type { Handler } from '../kit/serve'
import { changePerson } from './change-person'
import type { PersonDoc } from './documents'
import { findEnterprise } from './enterprise-store'
import { cleanName } from './own-name'
import { findPerson, type PersonChange } from './person-store'
import { renameTogether } from './rename-store'
import { toMe } from './views'

export const me: Handler<typeof orgContract.me> = async (_input, { caller }) => toMe(await findPerson(caller.openid))

const unitChange = async (unitId: string | null | undefined): Promise<Partial<PersonDoc>> => {
  if (unitId === undefined) return {}
  if (unitId === null) return { unit: null, unitUnder: [] }
  const enterprise = await findEnterprise(unitId)
  if (!enterprise) throw new AppError('INVALID_INPUT', { fields: { unitId: '没有找到这个单位，请重新选择' } })
  if (enterprise.state === 'closed')
    throw new AppError('INVALID_INPUT', { fields: { unitId: '这家企业已关停，请选择现在的单位' } })
  // What a person says of himself is not verified; an officer's word would be.
  return { unit: { id: unitId, name: enterprise.name, verified: false }, unitUnder: enterprise.under }
}

const isRenamed = (person: PersonDoc, { name }: Partial<PersonDoc>) =>
  person.grants.length > 0 && name !== undefined && name !== person.name

const rename = async (person: PersonDoc, set: Partial<PersonDoc>, acting: Acting, now: Date) => {
  if (!set.name) throw new AppError('INVALID_INPUT', { fields: { name: '担任职务期间要留下姓名' } })
  countRecorded()
  return renameTogether(person._id, { ...set, name: set.name }, acting, now)
}

/** Name and unit as the person gives them; what is left out stays. Who holds an office leaves a trace of a new name. */
export const setProfile: Handler<typeof orgContract.setProfile> = async ({ name, unitId }, { caller, acting, now }) => {
  const clean = name && cleanName(name)
  if (clean) await checkText(caller.openid, clean, 'profile')
  const set = { ...(clean === undefined ? {} : { name: clean || null }), ...(await unitChange(unitId)) }
  const known = await findPerson(caller.openid)
  if (known && isRenamed(known, set)) return toMe(await rename(known, set, acting('officer'), now))
  const change = (person: PersonDoc): PersonChange => {
    // Appointed this very moment: the next try finds it and records it.
    if (isRenamed(person, set)) throw new AppError('CONFLICT')
    return { set }
  }
  return toMe(await changePerson(caller.openid, now, change, known))
}

const invalidCode = 40029

const numberFor = async (code: string): Promise<string> => {
  try {
    const { phoneInfo } = await platform.openapi.phonenumber.getPhoneNumber({ code })
    const parsed = parsePhoneNumber(phoneInfo.purePhoneNumber)
    if (parsed.ok) return parsed.number
    throw new AppError('INVALID_INPUT', { fields: { code: '暂时只支持中国大陆手机号' } })
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    if (openapiCode(thrown) !== invalidCode) throw new AppError('SERVICE_BUSY')
    throw new AppError('INVALID_INPUT', {
      message: '手机号授权已过期，请再点一次按钮。',
      fields: { code: '授权已过期' },
    })
  }
}

/** The number WeChat vouches for: sealed, shown masked. A code works once, so a repeated call is known by its mark. */
export const bindPhone: Handler<typeof orgContract.bindPhone> = async ({ code }, { caller, now }) => {
  const proof = fingerprint(`phone-code:${code}`)
  const known = await findPerson(caller.openid)
  if (known?.phoneProof === proof) return toMe(known)
  const number = await numberFor(code)
  const change = (person: PersonDoc): PersonChange => ({
    set: {
      phone: maskPhoneNumber(number),
      phoneSealed: seal(number, `people/${person.personId}/phone`),
      phoneProof: proof,
    },
  })
  return toMe(await changePerson(caller.openid, now, change, known))
}
