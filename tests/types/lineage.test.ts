import { currentUnder } from 'types/lineage'

const move = { nodeId: 'x', leaves: ['a', 'b'], joins: ['c', 'd'] }

test.each([
  ['what lies in the subtree', ['root', 'a', 'b', 'x', 'y'], ['root', 'c', 'd', 'x', 'y']],
  ['its root itself', ['root', 'a', 'b', 'x'], ['root', 'c', 'd', 'x']],
  ['what was rewritten already', ['root', 'c', 'd', 'x', 'y'], ['root', 'c', 'd', 'x', 'y']],
  ['what is with a regulator too', ['root', 'a', 'b', 'x', 'r', 'r2'], ['root', 'c', 'd', 'x', 'r', 'r2']],
  ['what lies beside it', ['root', 'a', 'b', 'z'], ['root', 'a', 'b', 'z']],
  ['nothing', [], []],
])('%s', (_what, under, now) => expect(currentUnder(under, move)).toEqual(now))

test('one step up, and one step down below a sister', () => {
  const up = { nodeId: 'x', leaves: ['b'], joins: [] }
  expect(currentUnder(['root', 'a', 'b', 'x', 'y'], up)).toEqual(['root', 'a', 'x', 'y'])
  const down = { nodeId: 'x', leaves: [], joins: ['s'] }
  expect(currentUnder(['root', 'a', 'x', 'y'], down)).toEqual(['root', 'a', 's', 'x', 'y'])
})
