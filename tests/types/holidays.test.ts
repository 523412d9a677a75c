import { addWorkingDays, dueAfterDays, isWorkingDay } from 'types/calendar'
import { bookOf, readHolidays, shippedHolidays, spellHolidays, wrongInHolidays } from 'types/holidays'

const announced = [
  '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
  '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
  '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
  '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
  '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
  '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
  '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
].join('\n')
const shipped = shippedHolidays['2026']!
const book = bookOf(shippedHolidays)
const sorted = ({ holidays, workdays }: { holidays: readonly string[]; workdays: readonly string[] }) => ({
  holidays: [...holidays].sort(),
  workdays: [...workdays].sort(),
})
const read = (text: string, year = '2026') => {
  const found = readHolidays(text, year)
  return 'book' in found ? sorted(found.book) : found.wrong
}

test('what comes with the product is what was announced for 2026, word for word', () => {
  expect(read(announced)).toEqual(sorted(shipped))
  expect([shipped.holidays.length, shipped.workdays.length]).toEqual([33, 6])
  // Whoever has to work a weekend day has a weekday off for it.
  const weekdaysOff = shipped.holidays.filter((date) => isWorkingDay(date, { holidays: [], workdays: [] }))
  expect(weekdaysOff).toHaveLength(19)
})

test('what is spelled is read as the same book', () => {
  expect(read(spellHolidays(shipped))).toEqual(sorted(shipped))
  expect(spellHolidays(shipped).split('\n')[0]).toBe('1月1日至1月3日放假')
})

test('a term that ends in a holiday moves on, a day worked instead counts as one', () => {
  const due = (day: string, days: number) => dueAfterDays(`${day}T02:00:00.000Z`, days, book).toISOString()
  // 1 October is a Thursday, the first working day after it the 8th.
  expect(due('2026-09-16', 15)).toBe('2026-10-08T15:59:59.999Z')
  // Saturday 14 February is worked.
  expect(due('2026-01-30', 15)).toBe('2026-02-14T15:59:59.999Z')
  expect(addWorkingDays('2026-02-13', 2, book)).toBe('2026-02-24')
})

test('a year may begin in the last days of the one before', () => {
  expect(read('2026年12月31日至2027年1月2日放假', '2027')).toEqual({
    holidays: ['2026-12-31', '2027-01-01', '2027-01-02'],
    workdays: [],
  })
})

test.each([
  ['', '请写明哪几天放假'],
  ['2月30日放假', '没有这一天：2月30日'],
  ['10月7日至1日放假', '起止日期不对：10月7日至1日'],
  ['1月1日至3月1日放假', '起止日期不对：1月1日至3月1日'],
  ['1月1日放假。1月1日上班', '同一天写了两次，请核对'],
  ['10月1日至7日', '请写明是放假还是上班：10月1日至7日'],
  ['2025年5月1日放假', '2025-05-01 不在 2026 年'],
])('"%s" is told: %s', (text, wrong) => {
  expect(read(text)).toBe(wrong)
})

test('more days than any year has are no holidays', () => {
  const many = Array.from(
    { length: 41 },
    (_, index) => `2026-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`,
  )
  expect(wrongInHolidays({ holidays: many, workdays: [] }, '2026')).toBe('日期太多，请只写这一年的安排')
})
