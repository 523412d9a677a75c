import { maskPersonName, parsePersonName } from 'types/person-name'

describe('person name', () => {
  test.each([
    ['王小二', '王小二'],
    [' 王 小二 ', '王小二'],
    ['𠮷田一', '𠮷田一'],
    ['艾力・买买提', '艾力·买买提'],
    ['艾力･买买提', '艾力·买买提'],
    ['⾦小⼆', '金小二'],
    ['艾力•买买提', '艾力·买买提'],
    ['艾力.买买提．阿不都', '艾力·买买提·阿不都'],
  ])('%p reads %p', (text, name) => expect(parsePersonName(text)).toEqual({ ok: true, name }))
  test.each([
    ['', '请填写姓名。'],
    ['  ', '请填写姓名。'],
    ['王', '姓名至少两个字，请填写全名。'],
    ['·王小', '姓名里“·”的位置不对，请核对。'],
    ['王··小', '姓名里“·”的位置不对，请核对。'],
    ['·', '姓名里“·”的位置不对，请核对。'],
    ['王2', '姓名只能填写汉字，少数民族姓名中间可以用“·”分隔。'],
    ['Wang Er', '姓名只能填写汉字，少数民族姓名中间可以用“·”分隔。'],
    ['王\u200b小', '姓名只能填写汉字，少数民族姓名中间可以用“·”分隔。'],
    ['\u202e王小', '姓名只能填写汉字，少数民族姓名中间可以用“·”分隔。'],
    ['王\u0000小', '姓名只能填写汉字，少数民族姓名中间可以用“·”分隔。'],
    ['王小😀', '姓名只能填写汉字，少数民族姓名中间可以用“·”分隔。'],
    ['王'.repeat(26), '姓名最多 25 个字，请核对。'],
  ])('%p is refused with a sentence', (text, reason) => expect(parsePersonName(text)).toEqual({ ok: false, reason }))
  test.each([
    ['王小二', '王**'],
    ['王二', '王*'],
    ['艾力·买买提', '艾*·***'],
    ['𠮷田', '𠮷*'],
    ['', ''],
  ])('%p is masked as %p', (name, masked) => expect(maskPersonName(name)).toBe(masked))
})
