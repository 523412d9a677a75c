import { listOf, openSdkHarness, type SdkDatabase, type SdkHarness } from './sdk-harness'

type Operators = SdkDatabase['command']['aggregate']
type Row = [operator: string, operand: unknown, value: unknown]

const doc = {
  _id: 'd',
  n: -7.5,
  p: 9,
  list: [1, 2, 3],
  text: '安全Work',
  at: new Date('2024-03-05T06:07:08.009Z'),
  o: { x: 1, y: 2 },
  nul: null,
  yes: true,
  bools: [true, false],
}

/** Every aggregation operator of the SDK's command, with values MongoDB's manual gives. */
const rows: Row[] = [
  ['abs', '$n', 7.5],
  ['add', ['$p', 1], 10],
  ['add', ['$at', 1000], new Date('2024-03-05T06:07:09.009Z')],
  ['add', ['$p', '$missing'], null],
  ['ceil', '$n', -7],
  ['divide', ['$p', 2], 4.5],
  ['exp', 0, 1],
  ['floor', '$n', -8],
  ['ln', 1, 0],
  ['log', [100, 10], 2],
  ['log10', 1000, 3],
  ['mod', [-7, 4], -3],
  ['multiply', ['$p', 2], 18],
  ['pow', [2, 10], 1024],
  ['sqrt', '$p', 3],
  ['subtract', ['$p', 2], 7],
  ['subtract', ['$at', new Date('2024-03-05T06:07:08.000Z')], 9],
  ['trunc', '$n', -7],
  ['arrayElemAt', ['$list', -1], 3],
  ['arrayToObject', [[['a', 1], ['b', 2]]], { a: 1, b: 2 }],
  ['concatArrays', ['$list', [9]], [1, 2, 3, 9]],
  ['filter', { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } }, [2, 3]],
  ['in', [2, '$list'], true],
  ['indexOfArray', ['$list', 3], 2],
  ['indexOfArray', ['$list', 9], -1],
  ['isArray', ['$list'], true],
  ['isArray', ['$p'], false],
  ['map', { input: '$list', as: 'x', in: { $add: ['$$x', 1] } }, [2, 3, 4]],
  ['range', [0, 10, 3], [0, 3, 6, 9]],
  ['reduce', { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } }, 6],
  ['reverseArray', '$list', [3, 2, 1]],
  ['size', '$list', 3],
  ['slice', ['$list', -2], [2, 3]],
  ['slice', ['$list', 1, 1], [2]],
  ['zip', { inputs: ['$list', ['a', 'b']] }, [[1, 'a'], [2, 'b']]],
  ['and', ['$yes', '$p'], true],
  ['and', ['$yes', '$nul'], false],
  ['not', ['$yes'], false],
  ['or', ['$nul', 0], false],
  ['cmp', ['$p', 10], -1],
  ['eq', ['$p', 9], true],
  ['eq', ['$missing', null], false],
  ['gt', ['$p', 10], false],
  ['gt', ['$text', 10], true],
  ['gte', ['$p', 9], true],
  ['lt', ['$nul', 10], true],
  ['lte', ['$missing', null], true],
  ['neq', ['$p', 9], false],
  ['cond', { if: '$yes', then: 1, else: 2 }, 1],
  ['cond', ['$nul', 1, 2], 2],
  ['ifNull', ['$nul', 'd'], 'd'],
  ['ifNull', ['$missing', 'd'], 'd'],
  ['switch', { branches: [{ case: { $eq: ['$p', 9] }, then: 'x' }], default: 'y' }, 'x'],
  ['dateFromParts', { year: 2024, month: 2, day: 30 }, new Date('2024-03-01T00:00:00Z')],
  ['dateFromParts', { year: 2024, month: 1, day: 1, timezone: 'Asia/Shanghai' }, new Date('2023-12-31T16:00:00Z')],
  ['dateFromParts', { isoWeekYear: 2024, isoWeek: 10, isoDayOfWeek: 2 }, new Date('2024-03-05T00:00:00Z')],
  ['dateFromString', { dateString: '2024-01-02T03:04:05Z' }, new Date('2024-01-02T03:04:05Z')],
  ['dateFromString', { dateString: '2024-01-02', timezone: 'Asia/Shanghai' }, new Date('2024-01-01T16:00:00Z')],
  ['dayOfMonth', '$at', 5],
  ['dayOfWeek', '$at', 3],
  ['dayOfYear', '$at', 65],
  ['isoDayOfWeek', '$at', 2],
  ['isoWeek', '$at', 10],
  ['isoWeekYear', '$at', 2024],
  ['week', '$at', 9],
  ['millisecond', '$at', 9],
  ['second', '$at', 8],
  ['minute', '$at', 7],
  ['hour', '$at', 6],
  ['hour', { date: '$at', timezone: 'Asia/Shanghai' }, 14],
  ['hour', { date: '$at', timezone: '-0230' }, 3],
  ['month', '$at', 3],
  ['year', '$at', 2024],
  ['year', '$nul', null],
  ['dateToString', { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L', timezone: '+08:00' }, '2024-03-05 14:07:08.009'],
  ['dateToString', { date: '$at', format: '%G-W%V-%u %j %w %U %z%%' }, '2024-W10-2 065 3 09 +0000%'],
  ['dateToString', { date: '$at' }, '2024-03-05T06:07:08.009Z'],
  ['dateToString', { date: '$nul', onNull: 'none' }, 'none'],
  ['literal', '$p', '$p'],
  ['mergeObjects', ['$o', { z: 3 }], { x: 1, y: 2, z: 3 }],
  ['objectToArray', '$o', [{ k: 'x', v: 1 }, { k: 'y', v: 2 }]],
  ['allElementsTrue', ['$bools'], false],
  ['anyElementTrue', ['$bools'], true],
  ['setDifference', ['$list', [1]], [2, 3]],
  ['setEquals', ['$list', [3, 2, 1, 1]], true],
  ['setIntersection', ['$list', [2, 3, 4]], [2, 3]],
  ['setIsSubset', [[1], '$list'], true],
  ['setUnion', ['$list', [3, 4]], [1, 2, 3, 4]],
  ['concat', ['$text', '!'], '安全Work!'],
  ['concat', ['$text', '$nul'], null],
  ['indexOfBytes', ['$text', 'W'], 6],
  ['indexOfCP', ['$text', 'W'], 2],
  ['indexOfCP', ['$text', 'z'], -1],
  ['split', ['a,b', ','], ['a', 'b']],
  ['strLenBytes', '$text', 10],
  ['strLenCP', '$text', 6],
  ['strcasecmp', ['abc', 'ABC'], 0],
  ['substr', ['$text', 0, 3], '安'],
  ['substrBytes', ['$text', 0, 6], '安全'],
  ['substrCP', ['$text', 1, 2], '全W'],
  ['toLower', '$text', '安全work'],
  ['toUpper', '$text', '安全WORK'],
  ['toUpper', '$nul', ''],
  ['sum', '$list', 6],
  ['avg', '$list', 2],
  ['max', '$list', 3],
  ['min', '$list', 1],
  ['stdDevPop', '$list', Math.sqrt(2 / 3)],
  ['stdDevSamp', '$list', 1],
  ['let', { vars: { a: 1 }, in: { $add: ['$$a', '$p'] } }, 10],
] // prettier-ignore

/** Operators of `$group` only; they stand in the table of stages. `meta` needs a text index, which the cloud has not. */
const elsewhere = ['addToSet', 'push', 'first', 'last', 'meta', 'pipeline']

describe('aggregation operators', () => {
  let harness: SdkHarness
  beforeAll(async () => {
    harness = await openSdkHarness([{ name: 'c', indexes: [] }])
    await harness.db.collection('c').add({ data: doc })
  })
  afterAll(() => harness.close())

  test.each(rows)('%s of %j', async (operator, operand, value) => {
    const { aggregate } = harness.db.command
    const build = aggregate[operator as keyof Operators] as (operand: unknown) => object
    const stages = harness.db.collection('c').aggregate()
    const [found] = await listOf(stages.project({ _id: 0, value: build(operand) } as never).end())
    if (typeof value === 'number') expect(found?.value).toBeCloseTo(value, 12)
    else expect(found?.value).toEqual(value)
  })

  test('a missing array element leaves the field out', async () => {
    const { arrayElemAt } = harness.db.command.aggregate
    const stages = harness.db.collection('c').aggregate()
    expect(await listOf(stages.project({ _id: 0, value: arrayElemAt(['$list', 9]) } as never).end())).toEqual([{}])
  })

  test('the table has every operator of the SDK', () => {
    const known = new Set([...rows.map(([operator]) => operator), ...elsewhere])
    expect(Object.keys(harness.db.command.aggregate).filter((name) => !known.has(name))).toEqual([])
  })
})
