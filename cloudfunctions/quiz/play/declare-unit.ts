import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import type { PlayDoc, PlayUnit } from '../documents'
import { findBooth, findUnit } from '../person-store'
import { findPlay, movePlay } from './play-store'
import { isTeamKey } from './team-key'
import { mayChangeUnit, unitPatch } from './units'

type Told = Parameters<Handler<typeof quizContract.declareUnit>>[0]

const named = async ({ campaignId, unitId, boothId, teamKey }: Told): Promise<PlayUnit> => {
  if (boothId !== undefined) {
    const at = (await findBooth(boothId))?.enterprise
    if (!at) throw new AppError('NOT_FOUND')
    return { ...at, how: 'booth', verified: true }
  }
  const unit = unitId === undefined ? null : await findUnit(unitId)
  if (!unit) throw new AppError('INVALID_INPUT', { fields: { unitId: '请选择您的单位' } })
  const team = teamKey !== undefined && isTeamKey(teamKey, campaignId, unit._id)
  if (teamKey !== undefined && !team) throw new AppError('LINK_EXPIRED')
  return { id: unit._id, name: unit.name, how: team ? 'team' : 'search', verified: team }
}

const isTold = ({ unit }: PlayDoc, told: PlayUnit) => unit?.id === told.id && (unit.verified || !told.verified)

/** Unit, play, write: three trips. Told again, it answers what stands. */
export const declareUnit: Handler<typeof quizContract.declareUnit> = async (input, { caller, now }) => {
  const told = await named(input)
  const play = await findPlay(input.campaignId, caller.openid)
  if (!play)
    throw new AppError('NOT_ALLOWED_NOW', { message: '请先答一份卷，再选择代表哪个单位参赛，成绩会一起算进去。' })
  if (isTold(play, told)) return { ...(play.unit ?? told), mayChange: mayChangeUnit(play) }
  const patch = unitPatch(play, told, now)
  if (!(await movePlay(play, patch))) throw new AppError('CONFLICT')
  countRecorded()
  return { ...told, mayChange: mayChangeUnit({ ...play, unit: told, unitChanges: Number(patch.unitChanges) }) }
}
