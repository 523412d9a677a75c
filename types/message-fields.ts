import { formatDate, formatDateTime } from './calendar'
import { clip, codePoints, take } from './text'

/** Kinds of template fields of a WeChat subscribe message; a key is a kind and a number, `thing1`. */
export type FieldKind = keyof typeof rules

type Rule = {
  /** What stands after "应为" in the sentence. */
  shape: string
  fits: (value: string) => boolean
  /** The nearest value that fits, if there is one whatever the text was. */
  fit?: (value: string) => string
}

const clock = String.raw`([01]?\d|2[0-3]):[0-5]\d`
const date = String.raw`\d{4}年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日`
const moment = `(${date}( ${clock})?|${clock})`
const moments = new RegExp(`^${moment}(~${moment})?$`)
const dates = new RegExp(`^${date}( ${clock})?(~${date}( ${clock})?)?$`)
const han = String.raw`\p{Script=Han}`

const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
/** Whether each day named is in the calendar: no 30th of February. */
const isReal = (value: string) =>
  [...value.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)].every(
    ([, year, month, day]) => Number(day) <= daysOf(Number(year), Number(month)),
  )

const matches = (pattern: RegExp) => (value: string) => pattern.test(value)
const keep = (foreign: RegExp, max: number, otherwise: string) => (value: string) =>
  take(value.replace(foreign, '').trim(), max).trim() || otherwise

// The official table of field kinds: developers.weixin.qq.com, subscribeMessage.send, 参数值限制说明.
const rules = {
  thing: {
    shape: '20 个以内的字符',
    fits: (value: string) => codePoints(value) <= 20,
    fit: (value: string) => clip(value, 20),
  },
  number: {
    shape: '32 位以内的数字，可带小数',
    fits: (value: string) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  },
  letter: { shape: '32 个以内的字母', fits: matches(/^[A-Za-z]{1,32}$/) },
  symbol: { shape: '5 个以内的符号', fits: matches(/^[\p{P}\p{S}]{1,5}$/u) },
  character_string: {
    shape: '32 位以内的数字、字母或符号',
    fits: matches(/^[\x20-\x7e]{1,32}$/),
    fit: keep(/[^\x20-\x7e]/g, 32, '-'),
  },
  time: { shape: '“15:01”或“2019年10月1日 15:01”', fits: (value: string) => moments.test(value) && isReal(value) },
  date: {
    shape: '“2019年10月1日”或“2019年10月1日 15:01”',
    fits: (value: string) => dates.test(value) && isReal(value),
  },
  amount: {
    shape: '1 个币种符号加 10 位以内的数字，可带小数，结尾可带“元”',
    fits: matches(/^\p{Sc}?(?=[\d.]{1,11}元?$)\d{1,10}(\.\d+)?元?$/u),
  },
  phone_number: { shape: '17 位以内的数字和符号', fits: matches(/^(?=.*\d)[\d+\-() ]{1,17}$/) },
  car_number: {
    shape: '8 位以内，首末位可以是汉字，其余是字母或数字',
    fits: matches(new RegExp(`^[${han}A-Za-z\\d](?:[A-Za-z\\d]{0,6}[${han}A-Za-z\\d])?$`, 'u')),
  },
  name: {
    shape: '10 个以内的汉字，或 20 个以内的字母或符号',
    fits: (value: string) =>
      new RegExp(`^[${han}·A-Za-z]{1,10}$`, 'u').test(value) || /^[A-Za-z\x20-\x2f\x3a-\x7e·]{1,20}$/.test(value),
    fit: (value: string) =>
      new RegExp(han, 'u').test(value)
        ? keep(new RegExp(`[^${han}·A-Za-z]`, 'gu'), 10, '')(value)
        : keep(/[^A-Za-z\x20-\x2f\x3a-\x7e·]/g, 20, '未填写')(value),
  },
  phrase: {
    shape: '5 个以内的汉字',
    fits: matches(new RegExp(`^${han}{1,5}$`, 'u')),
    fit: keep(new RegExp(`[^${han}]`, 'gu'), 5, '其他'),
  },
  enum: { shape: '模板列出的选项之一', fits: () => true },
} as const satisfies Record<string, Rule>

/** The kind a template key names, or null: `character_string2` → `character_string`. */
export const fieldKind = (key: string): FieldKind | null => {
  const name = key.replace(/\d+$/, '')
  return Object.keys(rules).includes(name) ? (name as FieldKind) : null
}

/**
 * What WeChat would refuse with 47003, as a sentence for the officer; null when the value may be sent.
 * @param options the listed values of an `enum` field
 */
export const checkField = (key: string, value: string, options?: readonly string[]): string | null => {
  const kind = fieldKind(key)
  if (!kind) return `模板字段“${key}”不是微信支持的类型，请核对模板。`
  if (!isVisible(value)) return `模板字段“${key}”不能为空。`
  if (/[\r\n\v\f\u0085\u2028\u2029]/.test(value)) return `模板字段“${key}”不能换行。`
  const fits = kind === 'enum' && options ? options.includes(value) : rules[kind].fits(value)
  return fits ? null : `模板字段“${key}”应为${rules[kind].shape}。`
}

// Zero-width letters and marks of direction alone show nothing.
const isVisible = (value: string) => value.replace(/\p{Cf}/gu, '').trim() !== ''

const plain = (kind: FieldKind, value: string | number | Date): string => {
  if (value instanceof Date) return kind === 'date' ? formatDate(value) : formatDateTime(value)
  const text = String(value)
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
  return isVisible(text) ? text : ''
}

/**
 * The value as it may be sent: Dates written out in Shanghai time, blanks and line breaks folded, texts cut by code
 * point, foreign characters dropped. An empty thing becomes `无`.
 * @throws TypeError with the sentence of `checkField` where no nearby value exists (a letter, a number, a time)
 */
export const fitField = (key: string, value: string | number | Date, options?: readonly string[]): string => {
  const kind = fieldKind(key)
  const rule: Rule | null = kind && rules[kind]
  const text = kind ? plain(kind, value) || (kind === 'thing' ? '无' : '') : String(value)
  const fitted = rule?.fit ? rule.fit(text) : text
  const fault = checkField(key, fitted, options)
  if (fault) throw new TypeError(fault)
  return fitted
}
