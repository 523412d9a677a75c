import { deriveId } from 'types/ids'
import { doneSteps, missingSteps, type Setup } from 'types/org-setup'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, orgEnv } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

const fresh = sharedCloud()
afterAll(fresh.close)
let cloud: Cloud
const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('org', action, input, openid)
const setup = (openid: string, input: object = {}) => call<Setup>(openid, 'setup', input)

describe('what a union still lacks', () => {
  test('from an empty environment every step shows once it is done, and nothing is kept of it', async () => {
    cloud = await fresh.open({ env: orgEnv, now: '2026-06-10T01:30:00.000Z' })
    const { grants } = await call<{ grants: { nodeId: string }[] }>('wx-founder', 'becomeFirstAdministrator', {
      ...{ _id: deriveId('founding', 'setup'), secret: orgEnv.FIRST_ADMINISTRATOR_SECRET },
      ...{ unionName: '安宁市总工会', name: '首任管理' },
    })
    const nodeId = grants[0]!.nodeId
    const done = async () => [...doneSteps(await setup('wx-founder'))]
    const bare = await setup('wx-founder')
    expect(bare).toMatchObject({ isRoot: true, managers: 1, isInvited: false, regulator: null, booth: null })
    expect([...doneSteps(bare)]).toEqual([])
    expect(missingSteps(bare)).toEqual(['manager', 'campaign', 'booth', 'poster'])

    await call('wx-founder', 'createNode', {
      _id: deriveId('n', 'east'),
      nodeId,
      type: 'geographic',
      name: '东区总工会',
    })
    expect(await done()).toEqual(['unions'])

    const invite = await call<{ id: string }>('wx-founder', 'invite', {
      _id: deriveId('i', '2'),
      nodeId,
      role: 'officer',
    })
    expect(await setup('wx-founder')).toMatchObject({ managers: 1, isInvited: true })
    await call('wx-second', 'acceptInvite', { id: invite.id, name: '常又宁' })
    expect(await setup('wx-second')).toMatchObject({ managers: 2, isInvited: false })

    const regulator = { nodeId, type: 'geographic', name: '安宁市应急管理局', authority: 'regulator', serves: nodeId }
    await call('wx-founder', 'createNode', { _id: deriveId('n', 'regulator'), ...regulator })
    expect(await done()).toEqual(['unions', 'manager', 'regulator'])

    const booth = { _id: deriveId('b', '1'), nodeId, name: '服务大厅展台', place: '一楼', task: 'home' }
    await call('wx-founder', 'createBooth', booth)
    expect((await setup('wx-founder')).booth).toMatchObject({ name: '服务大厅展台', hasCode: false })
    await call('wx-founder', 'boothCode', { id: booth._id })
    expect(missingSteps(await setup('wx-founder'))).toEqual(['campaign'])
  })

  test('an invitation for another union or another office is none of a manager here', async () => {
    cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()), now: '2026-06-10T01:30:00.000Z' })
    const { root, east, bureau } = city.nodes
    await call('wx-admin', 'invite', { _id: deriveId('i', 'east'), nodeId: east._id, role: 'officer' })
    expect(await setup('wx-admin', { nodeId: root._id })).toMatchObject({ isInvited: false })
    expect(await setup('wx-east1')).toMatchObject({ isInvited: true, isRoot: false, union: { id: east._id } })
    await expect(setup('wx-admin', { nodeId: bureau._id })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await expect(setup('wx-east1', { nodeId: root._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
