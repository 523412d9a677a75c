import { fitsField } from '../../localcloud/wechat/field-rules'

const fits: [string, string[]][] = [
  ['thing1', ['字'.repeat(20), 'a 1，!', '😀'.repeat(20), '1']],
  ['number2', ['1', '3.5', '-7', '9'.repeat(32)]],
  ['letter1', ['Abc', 'x'.repeat(32)]],
  ['symbol1', ['★★★', '+']],
  ['character_string10', ['YH-2026-0001', 'a b', '~'.repeat(32)]],
  ['time1', ['15:01', '2019年10月1日 15:01', '9:05~17:30', '2019年10月1日 09:00~2019年10月2日 18:00', '23:59:59']],
  ['date4', ['2019年10月1日', '2019年10月1日 15:01', '2019年10月1日~2019年10月3日']],
  ['amount1', ['100', '￥100元', '¥99.50', '12元']],
  ['phone_number1', ['19900000001', '+86-0766-66888866']],
  ['car_number1', ['粤A8Z888挂', '粤A8Z88']],
  ['name1', ['王小明', '古丽·买买提', 'John Smith', '字'.repeat(10)]],
  ['phrase1', ['待整改', '已完成啦']],
  ['const1', ['已通过']],
]

const breaks: [string, string[]][] = [
  ['thing1', ['', '  ', '字'.repeat(21), '😀'.repeat(21), '两\n行']],
  ['number2', ['1a', '', '9'.repeat(33), '一']],
  ['letter1', ['a1', 'x'.repeat(33), '字']],
  ['symbol1', ['a', '★★★★★★', '字']],
  ['character_string10', ['中文', 'x'.repeat(33)]],
  ['time1', ['明天', '25:00', '2019-10-01 15:01', '2019年13月1日 15:01', '15:60', '15:01~']],
  ['date4', ['15:01', '2019-10-01', '2019年10月32日', '10月1日']],
  ['amount1', ['12345678901', '一百', '1.234', '$$1']],
  ['phone_number1', ['1'.repeat(18), '电话']],
  ['car_number1', ['粤A8Z888挂挂', '车牌号']],
  ['name1', ['字'.repeat(11), 'x'.repeat(21), '123']],
  ['phrase1', ['待整改中啊啊', 'ok', '已 完']],
  ['mystery1', ['任何']],
]

test.each(fits.flatMap(([key, texts]) => texts.map((text) => [key, text])))('%s takes “%s”', (key, text) => {
  expect(fitsField(key!, text!)).toBe(true)
})

test.each(breaks.flatMap(([key, texts]) => texts.map((text) => [key, text])))('%s refuses “%s”', (key, text) => {
  expect(fitsField(key!, text!)).toBe(false)
})
