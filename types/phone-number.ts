export type PhoneNumberVerdict = { ok: true; number: string } | { ok: false; reason: string }

/** Checks a mainland mobile number; blanks, hyphens and +86 are dropped. */
export const parsePhoneNumber = (text: string): PhoneNumberVerdict => {
  if (/[０-９]/.test(text)) return { ok: false, reason: '手机号里有全角数字，请切换到英文输入法重新填写。' }
  const number = text.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')
  if (!number) return { ok: false, reason: '请填写手机号。' }
  if (!/^\d+$/.test(number)) return { ok: false, reason: '手机号只能是数字，请核对。' }
  if (number.length !== 11) return { ok: false, reason: `手机号应为 11 位，现在是 ${number.length} 位，请核对。` }
  if (!/^1[3-9]/.test(number)) return { ok: false, reason: '手机号开头不对，请核对前两位。' }
  return { ok: true, number }
}

/** `138****1234`; a short or odd number shows at most its last two digits. */
export const maskPhoneNumber = (number: string): string =>
  number.length === 11
    ? `${number.slice(0, 3)}****${number.slice(7)}`
    : number.slice(0, -2).replace(/./g, '*') +
      (number.length > 4 ? number.slice(-2) : '*'.repeat(Math.min(2, number.length)))
