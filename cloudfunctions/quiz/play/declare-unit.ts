import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { command } from '../../kit/cloud'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import type { PlayDoc, PlayUnit } from '../documents'
import { enterpriseAt, findBooth, findUnit } from '../person-store'
import { insist } from './insist'
import { findPlay, movePlay } from './play-store'
import { isTeamKey } from './team-key'
import { mayChangeUnit, unitPatch } from './units'

type Told = Parameters<Handler<typeof quizContract.declareUnit>>[0]

const named = async ({ campaignId, unitId, boothId, teamKey }: Told): Promise<PlayUnit> => {
  if (boothId !== undefined) {
    const at = enterpriseAt(await findBooth(boothId), campaignId)
    if (!at) throw new AppError('NOT_FOUND')
    return { ...at, how: 'booth', verified: true }
  }
  const unit = unitId === undefined ? null : await findUnit(unitId)
  if (!unit) throw new AppError('INVALID_INPUT', { fields: { unitId: '请选择您的单位' } })
  const team = teamKey !== undefined && isTeamKey(teamKey, campaignId, unit._id)
  if (teamKey !== undefined && !team) throw new AppError('LINK_EXPIRED')
  return { id: unit._id, name: unit.name, how: team ? 'team' : 'search', verified: team }
}

/** The unit a team's link stands for; only who has the link learns it. */
export const teamUnit: Handler<typeof quizContract.teamUnit> = async ({ campaignId, unitId, teamKey }) => {
  const unit = isTeamKey(teamKey, campaignId, unitId) ? await findUnit(unitId) : null
  if (!unit) throw new AppError('LINK_EXPIRED')
  return { name: unit.name }
}

const isTold = ({ unit }: PlayDoc, told: PlayUnit) => unit?.id === told.id && (unit.verified || !told.verified)

/** Has the drainer look up the name a player may have told in his profile meanwhile. */
const askName = async (play: PlayDoc, now: Date) => {
  const id = `${play._id}.${play.version}.joined`
  const item = { id, to: 'local', kind: 'joined', payload: { play: play._id } }
  const moved = await movePlay(play, { outbox: command.push([item]), outboxAt: now, updatedAt: now })
  if (moved) countRecorded()
}

const declareOnce = async (told: PlayUnit, campaignId: string, openid: string, now: Date) => {
  const play = await findPlay(campaignId, openid)
  if (!play)
    throw new AppError('NOT_ALLOWED_NOW', { message: '请先答一份卷，再选择代表哪个单位参赛，成绩会一起算进去。' })
  if (play.until !== null && now >= play.until) throw new AppError('PERIOD_CLOSED')
  if (isTold(play, told)) {
    if (play.name === null) await askName(play, now)
    return { ...(play.unit ?? told), mayChange: mayChangeUnit(play) }
  }
  const patch = unitPatch(play, told, now)
  if (!(await movePlay(play, patch))) return null
  countRecorded()
  return { ...told, mayChange: mayChangeUnit({ ...play, unit: told, unitChanges: Number(patch.unitChanges) }) }
}

/** Unit, play, write: three trips. Told again, it answers what stands, and learns the name if there was none. */
export const declareUnit: Handler<typeof quizContract.declareUnit> = async (input, { caller, now }) => {
  const told = await named(input)
  return insist(() => declareOnce(told, input.campaignId, caller.openid, now))
}
