import * as z from './zod'

// GB 32100-2015: 31 letters and digits without I O S V Z, the 18th computed from the others.
const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const pattern = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/** The check letter of the first 17 letters of a unified social credit code. */
export const creditCheckLetter = (body: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * letters.indexOf(body.charAt(at)), 0)
  return letters.charAt((31 - (sum % 31)) % 31)
}

/** What was typed as a unified social credit code, or null where a letter is wrong. */
export const parseCreditCode = (typed: string): string | null => {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return pattern.test(code) && creditCheckLetter(code.slice(0, 17)) === code.charAt(17) ? code : null
}

/** 统一社会信用代码 of an input; empty where there is none. */
export const CreditCode = z
  .string({ error: '统一社会信用代码应是文字' })
  .max(40, { error: '统一社会信用代码是 18 位，请核对' })
  .transform((typed, context) => {
    if (typed.trim() === '') return ''
    const code = parseCreditCode(typed)
    if (code !== null) return code
    context.addIssue({ code: 'custom', message: '统一社会信用代码有误，请逐位核对' })
    return z.NEVER
  })
