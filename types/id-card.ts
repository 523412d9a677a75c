import { dateOf, isCalendarDate, type CalendarDate } from './calendar'

export type Sex = 'male' | 'female'

export type IdCard = {
  ok: true
  /** 18 characters, the last one a digit or upper-case X. */
  number: string
  birthDate: CalendarDate
  sex: Sex
  /** First six digits: the area of first registration; not checked against a list, areas come and go. */
  area: string
  /** Full years on the day of the check. */
  age: number
}
export type IdCardVerdict = IdCard | { ok: false; reason: string }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const oldest = 120

/** Check character of GB 11643 (ISO 7064 MOD 11-2) for the first 17 digits. */
export const idCardCheckCharacter = (digits: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** Full years between birth and the day; on 29 February's birthdays the year is full on 1 March of common years. */
export const ageOn = (birthDate: CalendarDate, date: CalendarDate): number => {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const formFault = (text: string): string | null => {
  if (!text) return '请填写身份证号码。'
  if (/[０-９Ｘｘ]/.test(text)) return '身份证号码里有全角字符，请切换到英文输入法重新填写。'
  if (/^\d{15}$/.test(text)) return '15 位的一代身份证已经停用，请填写 18 位身份证号码。'
  if (text.length !== 18) return `身份证号码应为 18 位，现在是 ${[...text].length} 位，请核对。`
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return '身份证号码只能是数字，最后一位可以是 X，请核对。'
  return null
}

const birthFault = (birthDate: CalendarDate, today: CalendarDate): string | null => {
  if (!isCalendarDate(birthDate)) return '身份证号码里的出生日期不存在，请核对第 7 到 14 位。'
  if (birthDate > today) return '身份证号码里的出生日期晚于今天，请核对第 7 到 14 位。'
  if (ageOn(birthDate, today) > oldest) return '身份证号码里的出生日期太早，请核对第 7 到 14 位。'
  return null
}

/**
 * Checks a citizen's ID number (GB 11643): form, check character, a real birth date that is not in the future.
 * Blanks around and between digits are dropped and a lower-case x is accepted; full-width digits are refused.
 * @param today the instant of the check; its day in Shanghai counts
 */
export const parseIdCard = (text: string, today: Date): IdCardVerdict => {
  const number = text.replace(/[ \t\n]/g, '').toUpperCase()
  const form = formFault(number)
  if (form) return { ok: false, reason: form }
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const date = dateOf(today)
  const birth = birthFault(birthDate, date)
  if (birth) return { ok: false, reason: birth }
  if (idCardCheckCharacter(number) !== number.charAt(17)) {
    return { ok: false, reason: '身份证号码不正确，可能有一位填错了，请对照证件核对。' }
  }
  const sex: Sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return { ok: true, number, birthDate, sex, area: number.slice(0, 6), age: ageOn(birthDate, date) }
}

/** `110***********1234` with the middle hidden: first three and last four stay; anything odd is hidden whole. */
export const maskIdCard = (number: string): string =>
  number.length === 18 ? `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(14)}` : '*'.repeat(number.length)
