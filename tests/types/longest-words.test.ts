import { cutterOf } from 'types/longest-words'

const cut = cutterOf(
  new Map([
    ['灯', 1],
    ['应急灯', 2],
    ['应急', 3],
  ]),
)

it('takes the longest word at a place, and goes on behind it', () => {
  expect(cut('应急灯和灯')).toEqual([
    { value: 2, end: 3 },
    { value: null, end: 4 },
    { value: 1, end: 5 },
  ])
})

it('falls back to a shorter word at the end of the text', () => {
  expect(cut('应急')).toEqual([{ value: 3, end: 2 }])
  expect(cut('')).toEqual([])
})

it('never finds the empty word', () => {
  expect(cutterOf(new Map([['', 1]]).set('灯', 2))('电灯')).toEqual([
    { value: null, end: 1 },
    { value: 2, end: 2 },
  ])
})
