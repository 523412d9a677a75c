import { verifyChain } from 'types/chain'
import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  city,
  cityLines,
  drained,
  fromEjson,
  grantIdOf,
  orgEnv,
  personIdOf,
  readDocuments,
} from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Invite = { id: string; scene: string; role: string; nodeName: string; state: string; invitedBy: string }
type Me = { name: string | null; grants: { id: string; role: string; nodeId: string; enterpriseId: string | null }[] }
type People = { items: { grantId: string; personId: string; name: string; role: string }[]; invites: Invite[] }
type Tree = { node: { managers: number } }

const { east, west, zeneng, team, eastBureau } = city.nodes
const { factory, paper } = city.enterprises

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()) })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('org', action, input, openid)
const invite = (openid: string, name: string, nodeId: string, role = 'officer', more: object = {}) =>
  call<Invite>(openid, 'invite', { _id: deriveId('invite', name), nodeId, role, ...more })
const accept = (openid: string, name: string, called = '新人') =>
  call<Me>(openid, 'acceptInvite', { id: deriveId('invite', name), name: called })
const managersOf = async (nodeId: string) => (await call<Tree>('wx-admin', 'tree', { nodeId })).node.managers
const peopleOf = (nodeId: string) => call<People>('wx-admin', 'people', { nodeId })
const revoke = (by: string, openid: string, role = 'officer') =>
  call(by, 'revokeGrant', { id: grantIdOf(openid, role), personId: personIdOf(openid), reason: '换届' })

describe('an invitation', () => {
  test('becomes a grant for whoever opens the link, once', async () => {
    const sent = await invite('wx-admin', 'a', west._id)
    expect(sent).toMatchObject({ state: 'open', invitedBy: '甲管理', nodeName: west.name, scene: `i=${sent.id}` })
    expect(await call<Invite>('wx-guest', 'inviteInfo', { id: sent.id })).toEqual(sent)
    const me = await accept('wx-guest', 'a', '西二')
    expect(me).toMatchObject({ name: '西二', grants: [{ role: 'officer', nodeId: west._id }] })
    expect(await managersOf(west._id)).toBe(2)
    expect(await call<Tree>('wx-guest', 'tree')).toMatchObject({ node: { managers: 2 } })
    const listed = await peopleOf(west._id)
    expect(listed.items.map(({ name }) => name).sort()).toEqual(['西一', '西二'].sort())
    expect(listed.invites).toEqual([])
  })

  test('answers the same person again alike and nobody else', async () => {
    await invite('wx-admin', 'a', west._id)
    const me = await accept('wx-guest', 'a')
    expect(await accept('wx-guest', 'a')).toEqual(me)
    await expect(accept('wx-other', 'a')).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    expect(await managersOf(west._id)).toBe(2)
  })

  test('opened by several people at once goes to exactly one', async () => {
    await invite('wx-admin', 'race', west._id)
    const guests = ['a', 'b', 'c', 'd', 'e'].map((each) => `wx-guest-${each}`)
    const results = await Promise.allSettled(guests.map((guest) => accept(guest, 'race')))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'LINK_EXPIRED' })
    expect(await managersOf(west._id)).toBe(2)
    expect((await peopleOf(west._id)).items).toHaveLength(2)
  })

  test('several invitations to one node accepted at once are all counted', async () => {
    const names = ['a', 'b', 'c', 'd']
    for (const name of names) await invite('wx-admin', name, west._id)
    await Promise.all(names.map((name) => accept(`wx-guest-${name}`, name)))
    expect(await managersOf(west._id)).toBe(5)
    expect((await peopleOf(west._id)).items).toHaveLength(5)
  })

  test('lapses after seven days, can be withdrawn, and is listed only while open', async () => {
    await invite('wx-admin', 'late', west._id)
    await invite('wx-admin', 'gone', west._id)
    const gone = { id: deriveId('invite', 'gone') }
    expect(await call<Invite>('wx-admin', 'cancelInvite', gone)).toMatchObject({ state: 'cancelled' })
    expect(await call<Invite>('wx-admin', 'cancelInvite', gone)).toMatchObject({ state: 'cancelled' })
    await expect(accept('wx-guest', 'gone')).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    expect((await peopleOf(west._id)).invites.map(({ id }) => id)).toEqual([deriveId('invite', 'late')])
    await cloud.clock({ advanceMs: 7 * 86_400_000 + 1000 })
    await expect(accept('wx-guest', 'late')).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    await cloud.tick('org')
    expect(await call<Invite>('wx-guest', 'inviteInfo', { id: deriveId('invite', 'late') })).toMatchObject({
      state: 'expired',
    })
    await expect(call('wx-admin', 'cancelInvite', { id: deriveId('invite', 'late') })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    })
  })

  test('is not for oneself, and not for who holds the grant already', async () => {
    await invite('wx-east1', 'own', east._id)
    await expect(accept('wx-east1', 'own')).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await expect(accept('wx-east2', 'own')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await accept('wx-guest', 'own')).toMatchObject({ grants: [{ nodeId: east._id }] })
  })

  test('goes only downwards from where its sender stands', async () => {
    for (const nodeId of [west._id, city.nodes.root._id])
      await expect(invite('wx-east1', `x${nodeId}`, nodeId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(invite('wx-worker', 'w', east._id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(invite('wx-leader', 'l', team._id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await invite('wx-admin', 'a', west._id)
    await expect(call('wx-east1', 'cancelInvite', { id: deriveId('invite', 'a') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(call('wx-guest', 'inviteInfo', { id: deriveId('nothing') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('refuses what does not fit the place', async () => {
    const wrong = [
      ['a regulator in a union', () => invite('wx-admin', 'x', east._id, 'regulator'), 'role'],
      ['an officer at a regulator', () => invite('wx-admin', 'x', eastBureau._id, 'officer'), 'role'],
      ['a team leader at a district', () => invite('wx-admin', 'x', east._id, 'team-leader'), 'role'],
      ['a fixer without an enterprise', () => invite('wx-east1', 'x', east._id, 'fixer'), 'enterpriseId'],
      [
        'a fixer of a foreign enterprise',
        () => invite('wx-east1', 'x', east._id, 'fixer', { enterpriseId: paper._id }),
        'enterpriseId',
      ],
      [
        'an officer with an enterprise',
        () => invite('wx-east1', 'x', east._id, 'officer', { enterpriseId: factory._id }),
        'enterpriseId',
      ],
    ] as const
    for (const [what, act, field] of wrong)
      expect({ what, refused: await act().catch((thrown: unknown) => thrown) }).toMatchObject({
        what,
        refused: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) as string } },
      })
  })

  test('makes fixers of one enterprise, team leaders and regulators', async () => {
    await invite('wx-east1', 'f', east._id, 'fixer', { enterpriseId: factory._id })
    expect(await accept('wx-f', 'f')).toMatchObject({
      grants: [{ role: 'fixer', nodeId: zeneng._id, enterpriseId: factory._id }],
    })
    await invite('wx-east1', 't', team._id, 'team-leader')
    expect(await accept('wx-t', 't')).toMatchObject({ grants: [{ role: 'team-leader', nodeId: team._id }] })
    await invite('wx-admin', 'r', eastBureau._id, 'regulator')
    await accept('wx-r', 'r')
    expect([await managersOf(zeneng._id), await managersOf(eastBureau._id)]).toEqual([0, 2])
  })

  test.each([6, 8])('killed at trip %i of accepting, grant and invitation agree', async (trips) => {
    await invite('wx-admin', 'dies', west._id)
    await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips })
    await accept('wx-guest', 'dies').catch(() => undefined)
    await cloud.clearFaults()
    const { state } = await call<Invite>('wx-guest', 'inviteInfo', { id: deriveId('invite', 'dies') })
    const { grants } = await call<Me>('wx-guest', 'me')
    expect({ grants: grants.length, managers: await managersOf(west._id) }).toEqual(
      state === 'accepted' ? { grants: 1, managers: 2 } : { grants: 0, managers: 1 },
    )
  })
})

describe('taking a grant back', () => {
  test('never leaves one manager where there were two', async () => {
    await expect(revoke('wx-admin', 'wx-east1')).rejects.toMatchObject({ code: 'LAST_MANAGER' })
    await invite('wx-admin', 'third', east._id)
    await accept('wx-guest', 'third')
    await revoke('wx-admin', 'wx-east1')
    expect(await managersOf(east._id)).toBe(2)
    await expect(call('wx-east1', 'tree')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revoke('wx-admin', 'wx-east2')).rejects.toMatchObject({ code: 'LAST_MANAGER' })
  })

  test('of three, two revoked at the same moment: one stays', async () => {
    await invite('wx-admin', 'third', east._id)
    await accept('wx-guest', 'third')
    const results = await Promise.allSettled([revoke('wx-admin', 'wx-east1'), revoke('wx-admin2', 'wx-east2')])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LAST_MANAGER' } })
    expect(await managersOf(east._id)).toBe(2)
    expect((await peopleOf(east._id)).items.filter(({ role }) => role === 'officer')).toHaveLength(2)
  })

  test('a node that never had two may lose its only one, the root may not', async () => {
    await revoke('wx-admin', 'wx-west1')
    expect(await managersOf(west._id)).toBe(0)
    await expect(revoke('wx-admin', 'wx-admin2')).rejects.toMatchObject({ code: 'LAST_MANAGER' })
  })

  test('repeated it answers alike and counts once', async () => {
    await invite('wx-admin', 'third', east._id)
    await accept('wx-guest', 'third')
    const once = await revoke('wx-admin', 'wx-east1')
    expect(await revoke('wx-admin', 'wx-east1')).toEqual(once)
    expect(await managersOf(east._id)).toBe(2)
  })

  test('does not count fixers, and reaches only one’s own subtree', async () => {
    await expect(revoke('wx-west1', 'wx-fixer', 'fixer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await revoke('wx-east1', 'wx-fixer', 'fixer')
    expect(await call<Me>('wx-fixer', 'me')).toMatchObject({ grants: [] })
    await expect(revoke('wx-east1', 'wx-regulator', 'regulator')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('stands in the audit trail of the node, with a sound chain and no openid', async () => {
    await invite('wx-admin', 'third', east._id)
    await accept('wx-guest', 'third')
    await revoke('wx-admin', 'wx-east1')
    await drained(cloud, 'org', ['nodes'])
    const [node] = (await readDocuments(cloud, 'nodes', { _id: east._id })) as [{ events: object[]; head: string }]
    const events = fromEjson(node.events) as { hash: string; verb: string }[]
    expect(events.map(({ verb }) => verb)).toEqual(['任命工会干部', '撤销工会干部'])
    expect(verifyChain(events)).toEqual({ ok: true, head: node.head })
    const trail = JSON.stringify(await readDocuments(cloud, 'events', { subjectId: east._id }))
    expect(trail).toContain('撤销工会干部')
    expect(trail).toContain('任命工会干部')
    expect(trail).not.toMatch(/wx-(east1|guest|admin)/)
  })
})
