import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { HazardClasses } from 'types/hazard-class-view'
import type { classifyEntries } from 'types/hazard-classify'
import { dictionaries, editionOn, type DictionaryName } from 'types/hazard-dictionary'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { advance } from './step'

type Classify = (typeof classifyEntries)['classify']

/** @throws AppError INVALID_INPUT for a code the edition of the day of the report does not have */
const classOf = (doc: HazardDoc, name: DictionaryName, code: string | null) => {
  if (code === null) return null
  const { standard, entries } = editionOn(name, dateOf(doc.createdAt))
  if (Object.hasOwn(entries, code)) return { standard, code }
  throw new AppError('INVALID_INPUT', { fields: { [name]: `请重新选择${dictionaries[name].label}` } })
}

const classesOf = (doc: HazardDoc, { accident, factor, basis, note }: InputOf<Classify>): HazardClasses => {
  if (basis !== null && doc.grade !== 'major')
    throw new AppError('INVALID_INPUT', { fields: { basis: '只有重大隐患要写判定依据' } })
  if (basis === 'other' && !note)
    throw new AppError('INVALID_INPUT', { fields: { note: '请写明按哪个文件判定为重大隐患' } })
  return {
    accident: classOf(doc, 'accident', accident),
    factor: classOf(doc, 'factor', factor),
    basis: classOf(doc, 'basis', basis),
    note: basis === null ? null : (note ?? null),
  }
}

/** Classes a hazard, or corrects how it was classed. */
export const classify: Handler<Classify, HazardDoc> = async (input, { subject: doc, now, acting }) => {
  const classes = classesOf(doc, input)
  const { accident, factor, basis } = classes
  return advance(doc, acting('officer'), 'classify', input.version, {
    at: now,
    same: isDeepStrictEqual(doc.classes ?? null, classes),
    data: { accident: accident?.code ?? '', factor: factor?.code ?? '', basis: basis?.code ?? '' },
    set: { classes },
  })
}
