import { verifyChain } from 'types/chain'
import { deriveId, personMark } from 'types/ids'
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
import { applicationId, consent, form } from '../../support/factories/volunteer'
import { seedFile } from '../../support/seed-file'

type Invite = { id: string; state: string }
type Me = { name: string | null; grants: { id: string; nodeId: string }[] }
type People = { items: { grantId: string; personId: string; name: string }[]; invites: Invite[] }
type Trail = { items: { by: string; verb: string; office: string | null; mark: string | null; subject: string }[] }

const { root, east, west, zeneng, bureau, eastBureau } = city.nodes
const { factory } = city.enterprises

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
const peopleOf = (nodeId: string) => call<People>('wx-admin', 'people', { nodeId })
const grantOf = async (nodeId: string, name: string) => {
  const held = (await peopleOf(nodeId)).items.find((person) => person.name === name)
  return { id: held?.grantId, personId: held?.personId }
}
const dismiss = async (nodeId: string, name: string) =>
  call('wx-admin', 'revokeGrant', { ...(await grantOf(nodeId, name)), reason: '换届' })
const stateOf = async (name: string) =>
  (await call<Invite>('wx-x', 'inviteInfo', { id: deriveId('invite', name) })).state
const reopen = (name: string) =>
  cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'invites', queryType: 'WHERE', multi: true, merge: true },
    ...{ query: JSON.stringify({ _id: deriveId('invite', name) }), data: JSON.stringify({ $set: { state: 'open' } }) },
  })

describe('who has left an office', () => {
  test('takes the invitations he sent from it with him', async () => {
    await invite('wx-admin', 'third', east._id)
    await accept('wx-guest', 'third', '离任者')
    await invite('wx-guest', 'late', east._id)
    await invite('wx-guest', 'fixer', east._id, 'fixer', { enterpriseId: factory._id })
    await invite('wx-east1', 'other', east._id)
    await dismiss(east._id, '离任者')
    expect([await stateOf('late'), await stateOf('fixer'), await stateOf('other')]).toEqual([
      'cancelled',
      'cancelled',
      'open',
    ])
    expect((await peopleOf(east._id)).invites.map(({ id }) => id)).toEqual([deriveId('invite', 'other')])
    await expect(accept('wx-second', 'late')).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
  })

  test('cannot return by one that is still open', async () => {
    await invite('wx-admin', 'third', east._id)
    await accept('wx-guest', 'third', '离任者')
    await invite('wx-guest', 'late', east._id)
    await dismiss(east._id, '离任者')
    await reopen('late')
    await expect(accept('wx-second', 'late')).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    await call('wx-guest', 'eraseMe', { confirm: '注销' })
    expect(await stateOf('late')).toBe('cancelled')
    await reopen('late')
    await expect(accept('wx-second', 'late')).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    expect(await call<Me>('wx-second', 'me')).toMatchObject({ grants: [] })
  })

  test('keeps what his remaining office still reaches', async () => {
    await invite('wx-admin', 'third', root._id)
    await accept('wx-guest', 'third', '离任者')
    await invite('wx-admin', 'also', east._id)
    await accept('wx-guest', 'also', '离任者')
    await invite('wx-guest', 'below', zeneng._id)
    await dismiss(east._id, '离任者')
    expect(await accept('wx-second', 'below')).toMatchObject({ grants: [{ nodeId: zeneng._id }] })
  })

  test('is the same person when he comes back after erasing himself: no second reviewer of one application', async () => {
    await invite('wx-admin', 'third', east._id)
    await accept('wx-guest', 'third', '离任者')
    const { personId } = await grantOf(east._id, '离任者')
    const id = applicationId('a')
    const application = { _id: id, form: form({ nodeId: east._id }), consent: consent() }
    await cloud.call('volunteer', 'apply', application, 'wx-applicant')
    const review = (action: string, version: number) =>
      cloud.call('volunteer', action, { id, version, decision: 'approve', opinion: '同意' }, 'wx-guest')
    await review('unionReview', 0)
    await dismiss(east._id, '离任者')
    await call('wx-guest', 'eraseMe', { confirm: '注销' })
    await invite('wx-admin', 'again', eastBureau._id, 'regulator')
    await accept('wx-guest', 'again', '归来者')
    expect(await grantOf(eastBureau._id, '归来者')).toMatchObject({ personId })
    await expect(review('regulatorReview', 1)).rejects.toMatchObject({ code: 'SAME_PERSON' })
    expect(personId).not.toContain('wx-guest')
  })
})

describe('names', () => {
  test.each(['\u202e张三', '张\u200b三', '\u200b\u200b', '张\u0000三', '张'])('%j is none', async (name) => {
    const refusal = { code: 'INVALID_INPUT', fields: { name: expect.any(String) as string } }
    await expect(call('wx-new', 'setProfile', { name })).rejects.toMatchObject(refusal)
    await invite('wx-admin', 'a', west._id)
    await expect(accept('wx-new', 'a', name)).rejects.toMatchObject(refusal)
  })

  test('a new name of who holds an office stands in the trail of his unit, once', async () => {
    const rename = () => call<Me>('wx-east1', 'setProfile', { name: '甲管理' })
    expect(await rename()).toMatchObject({ name: '甲管理' })
    expect(await rename()).toMatchObject({ name: '甲管理' })
    await call('wx-worker', 'setProfile', { name: '甲管理' })
    await drained(cloud, 'org', ['nodes'])
    const [node] = (await readDocuments(cloud, 'nodes', { _id: east._id })) as [{ events: object[]; head: string }]
    const events = fromEjson(node.events) as { hash: string; verb: string; name: string; by: string }[]
    expect(events).toMatchObject([{ verb: '姓名改为「甲管理」', name: '东一', by: personIdOf('wx-east1') }])
    expect(verifyChain(events)).toEqual({ ok: true, head: node.head })
    await expect(call('wx-east1', 'setProfile', { name: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('an office is not taken on under another name than the one he is known by', async () => {
    await invite('wx-admin', 'a', west._id)
    await expect(accept('wx-east1', 'a', '甲管理')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { name: expect.stringContaining('东一') as string },
    })
    expect(await accept('wx-east1', 'a', '东一')).toMatchObject({ name: '东一', grants: [{}, { nodeId: west._id }] })
  })

  test('two of one name differ in the trail by office and mark', async () => {
    await call('wx-east1', 'setProfile', { name: '甲管理' })
    const booth = (openid: string, nodeId: string) =>
      call(openid, 'createBooth', { _id: deriveId('booth', openid), nodeId, name: '展台', place: '门口', task: 'home' })
    await booth('wx-east1', east._id)
    await booth('wx-admin', east._id)
    await drained(cloud, 'org', ['booths', 'nodes'])
    const { items } = await cloud.call<Trail>('desk', 'events', { verb: '新建展台' }, 'wx-admin')
    expect(items.map(({ by }) => by)).toEqual(['甲管理', '甲管理'])
    expect(items.map(({ office }) => office).sort()).toEqual([east.name, root.name].sort())
    const marks = ['wx-east1', 'wx-admin'].map((openid) => personMark(personIdOf(openid)))
    expect(items.map(({ mark }) => mark).sort()).toEqual(marks.sort())
    expect(new Set(marks).size).toBe(2)
  })
})

describe('regulators', () => {
  test('invite colleagues to their own tree, and nobody elsewhere', async () => {
    await invite('wx-regulator', 'r', eastBureau._id, 'regulator')
    expect(await accept('wx-guest', 'r')).toMatchObject({ grants: [{ nodeId: eastBureau._id }] })
    const listed = await call<People>('wx-regulator', 'people')
    expect(listed.items.map(({ name }) => name).sort()).toEqual(['新人', '监管甲'].sort())
    for (const nodeId of [east._id, bureau._id, root._id])
      for (const role of ['regulator', 'officer'])
        await expect(invite('wx-regulator', `${nodeId}${role}`, nodeId, role)).rejects.toMatchObject({
          code: 'NOT_FOUND',
        })
    await expect(invite('wx-regulator', 'o', eastBureau._id, 'officer')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await expect(
      call('wx-regulator', 'revokeGrant', {
        id: grantIdOf('wx-east1', 'officer'),
        personId: personIdOf('wx-east1'),
        reason: '换',
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
