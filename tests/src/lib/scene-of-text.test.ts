import { sceneOfQuery, sceneOfText } from '@/lib/scene-of-text'

const id = '0aZ9'.padEnd(22, 'x')

it.each([
  `b=${id}`,
  `b%3D${id}`,
  `b%253D${id}`,
  `pages/scan/index?scene=b%3D${id}`,
  `http://127.0.0.1:4100/?b=${id}`,
  `http://127.0.0.1:4100/#/pages/scan/index?b=${id}&from=x`,
  ` b=${id} `,
])('finds the booth in %s', (text) => {
  expect(sceneOfText(text)).toEqual({ kind: 'booth', id })
})

it('tells an invitation from a booth', () => {
  expect(sceneOfText(`i=${id}`)).toEqual({ kind: 'invite', id })
})

it.each(['', 'b=', `b=${id}1`, `b=${id.slice(1)}`, `z=${id}`, 'https://example.com', `xb=${id}`, '%E0%A4%A'])(
  'finds nothing of ours in %j',
  (text) => {
    expect(sceneOfText(text)).toBeNull()
  },
)

it('reads what a page was opened with', () => {
  expect(sceneOfQuery({ scene: `b%3D${id}` })).toEqual({ kind: 'booth', id })
  expect(sceneOfQuery({ i: id })).toEqual({ kind: 'invite', id })
  expect(sceneOfQuery({ campaignId: id })).toBeNull()
  expect(sceneOfQuery({})).toBeNull()
})
