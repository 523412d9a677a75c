const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'
const DAY = '\\d{4}年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\\d|3[01])日'

const ranged = (moment: string): RegExp => new RegExp(`^${moment}( ?~ ?${moment})?$`)
const within = (text: string, most: number): boolean => [...text].length <= most

/** Rules of subscribe-message fields by the kind in their key (`thing1` → thing), as WeChat checks them. */
const rules: Record<string, (text: string) => boolean> = {
  thing: (text) => within(text, 20),
  number: (text) => /^-?\d+(\.\d+)?$/.test(text) && within(text, 32),
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  symbol: (text) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(text),
  character_string: (text) => /^[\x21-\x7e ]{1,32}$/.test(text),
  time: (text) => ranged(`(${DAY} )?${CLOCK}`).test(text),
  date: (text) => ranged(`${DAY}( ${CLOCK})?`).test(text),
  amount: (text) => /^[^\d\s]?\d{1,10}(\.\d{1,2})?元?$/.test(text),
  phone_number: (text) => /^[\d+\-() ]{1,17}$/.test(text),
  car_number: (text) => /^\p{Script=Han}?[A-Za-z0-9-]+\p{Script=Han}?$/u.test(text) && within(text, 8),
  name: (text) =>
    /^[A-Za-z.,'\- ]{1,20}$/.test(text) || (/^[\p{Script=Han}A-Za-z·.]+$/u.test(text) && within(text, 10)),
  phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
  const: (text) => within(text, 20),
}

/** Whether WeChat takes `text` for the template field `key`. */
export const fitsField = (key: string, text: string): boolean => {
  const rule = rules[key.replace(/\d+$/, '')]
  return rule !== undefined && text.trim() !== '' && !/[\r\n]/.test(text) && rule(text)
}
