import { childKinds, kindWords, lacksManagers, nodeWords } from '@/features/office/node-words'
import { rolesAt } from '@/features/office/invite-words'

const node = { id: 'n', parentId: 'p', name: '东原区', depth: 1, managers: 2, children: 3, qualifies: false } as const
const union = { ...node, authority: 'union' } as const
const regulator = { ...node, authority: 'regulator' } as const

test('only the union root opens the regulators’ tree', () => {
  const kinds = (parentId: string | null) => childKinds({ type: 'geographic', authority: 'union', parentId })
  expect(kinds(null).filter(({ authority }) => authority === 'regulator')).toHaveLength(1)
  expect(kinds('p').filter(({ authority }) => authority === 'regulator')).toHaveLength(0)
  expect(childKinds({ ...union, type: 'team' })).toEqual([])
})

test('a regulator’s node is never called a union', () => {
  for (const type of ['geographic', 'industry'] as const) {
    expect(kindWords({ ...regulator, type })).not.toContain('工会')
    expect(
      childKinds({ ...regulator, type })
        .map(({ label }) => label)
        .join(),
    ).not.toContain('工会')
  }
  expect(nodeWords({ ...union, type: 'geographic' })).toBe('地方工会 · 2 名管理员 · 下级 3 个')
})

test('a union with one manager lacks one, a team does not', () => {
  expect(lacksManagers({ type: 'geographic', managers: 1 })).toBe(true)
  expect(lacksManagers({ type: 'geographic', managers: 2 })).toBe(false)
  expect(lacksManagers({ type: 'team', managers: 0 })).toBe(false)
})

test('roles follow the tree and the kind of node', () => {
  expect(rolesAt({ ...regulator, type: 'geographic' })).toEqual(['regulator'])
  expect(rolesAt({ ...union, type: 'geographic' })).toEqual(['officer', 'fixer'])
  expect(rolesAt({ ...union, type: 'team' })).toContain('team-leader')
})
