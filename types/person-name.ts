export type PersonNameVerdict = { ok: true; name: string } | { ok: false; reason: string }

// The middle dot of minority names is typed in half a dozen ways; documents write U+00B7. Full-width and half-width
// ones are made one by NFKC, which also turns look-alike radicals into the characters they stand for.
const dots = /[·•・‧∙⋅。.]/g
const han = /^\p{Script=Han}+$/u
const longest = 25

/** Checks a name as on a Chinese ID card: 2 to 25 characters, Han and `·`; blanks are dropped, dots are unified. */
export const parsePersonName = (text: string): PersonNameVerdict => {
  const name = text.normalize('NFKC').replace(/\s/g, '').replace(dots, '·')
  if (!name) return { ok: false, reason: '请填写姓名。' }
  if (/^·|·$|··/.test(name)) return { ok: false, reason: '姓名里“·”的位置不对，请核对。' }
  if (!han.test(name.replaceAll('·', ''))) {
    return { ok: false, reason: '姓名只能填写汉字，少数民族姓名中间可以用“·”分隔。' }
  }
  const length = [...name].length
  if (length < 2) return { ok: false, reason: '姓名至少两个字，请填写全名。' }
  return length > longest ? { ok: false, reason: `姓名最多 ${longest} 个字，请核对。` } : { ok: true, name }
}

/** `王**`: only the first character stays; the dot of a minority name stays too. */
export const maskPersonName = (name: string): string =>
  [...name].map((character, index) => (index === 0 || character === '·' ? character : '*')).join('')
