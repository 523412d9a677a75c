import { deriveId } from 'types/ids'
import { shippedLabels } from 'types/labels'
import { cast, documentsOf, east, nodeNamed, root } from './world'

const id = (name: string) => deriveId('sample', name)
const enterprise = documentsOf('enterprises').find(({ under }) => under.includes(east))
const [grant] = cast.officer.grants
const boothOfEast = documentsOf('booths').find(({ under }) => under.includes(east))?._id
const facts = {
  ...{ name: '样本机械一厂', industry: '机械制造', hasUnion: false, workers: 9, teams: 1, code: '', address: '' },
  ...{ contactPost: '', contactPhone: '', dispatched: 0, newForms: 0 },
  flags: { highRisk: false, nonPublic: true, small: true },
}
const closing = { id: enterprise?._id, version: 0, reason: '样本' }
const regulator = nodeNamed('东原区应急管理局')

/** Inputs of the register, of offices, of the regulators' tree and of the names of institutions. */
export const orgSamples: Record<string, Record<string, unknown>> = {
  'org.tree': { nodeId: east },
  'org.createNode': { _id: id('node'), nodeId: east, type: 'geographic', name: '样本街道总工会' },
  'org.renameNode': { nodeId: east, name: '东原区总工会（样本）' },
  'org.previewMove': { nodeId: nodeNamed('槐荫街道总工会'), toId: east },
  'org.moveNode': { _id: id('move'), nodeId: nodeNamed('槐荫街道总工会'), fromId: east, toId: east },
  'org.closeNode': { nodeId: nodeNamed('槐荫街道总工会'), reason: '样本' },
  'org.moveState': { nodeId: east },
  'org.nodeHistory': { nodeId: east },
  'org.enterprises': { nodeId: east },
  'org.createEnterprise': {
    ...{
      _id: id('enterprise'),
      nodeId: nodeNamed('槐荫街道总工会'),
      name: '样本机械',
      industry: '机械制造',
      hasUnion: false,
      workers: 9,
      teams: 1,
    },
    flags: { highRisk: false, nonPublic: true, small: true },
  },
  'org.people': { nodeId: east },
  'org.invite': { _id: id('invite'), nodeId: east, role: 'officer' },
  'org.inviteInfo': { id: id('nowhere') },
  'org.acceptInvite': { id: id('nowhere'), name: '项安宁' },
  'org.cancelInvite': { id: id('invite') },
  'org.revokeGrant': { id: cast.officer.grants[0]?.id, personId: cast.officer.personId, reason: '换届' },
  'org.booths': { nodeId: east },
  'org.createBooth': { _id: id('booth'), nodeId: east, name: '样本展台', place: '门口', task: 'home' },
  'org.closeBooth': { id: id('booth') },
  'org.boothCode': { id: boothOfEast },
  'org.booth': { id: boothOfEast },
  'org.createBooths': {
    ...{ _id: id('batch'), nodeId: east, title: '样本一批', task: 'home' },
    places: [{ name: '样本一号展台', place: '东门' }],
  },
  'org.boothBatches': { nodeId: east },
  'org.redirectBooth': { id: boothOfEast, version: 0, to: { task: 'hazard' } },
  'org.posters': { nodeId: east, ids: [boothOfEast] },
  'org.posterFile': { _id: id('poster-file'), nodeId: east, ids: [boothOfEast], paper: 'A4', ink: 'colour' },
  'org.funnel': { nodeId: east, boothId: boothOfEast },
  'org.exportFunnel': { _id: id('funnel-sheet'), nodeId: east, boothId: boothOfEast },
  'org.carriers': { nodeId: east, who: 'officers' },
  'org.myCode': {},
  'org.enterprise': { id: enterprise?._id },
  'org.changeEnterprise': { id: enterprise?._id, version: 0, ...facts },
  'org.closeEnterprise': closing,
  'org.reopenEnterprise': closing,
  'org.exportRegister': { _id: id('register-sheet'), nodeId: east },
  'org.checkSheet': {
    ...{ _id: id('office-sheet'), nodeId: east, kind: 'enterprises' },
    ...{ fileId: 'cloud://local-ankang.x/imports/none.xlsx', fileName: 'none.xlsx' },
  },
  'org.saveSheet': { id: id('office-sheet'), version: 0 },
  'org.sheet': { id: id('office-sheet') },
  'org.sheetTemplate': { kind: 'enterprises' },
  'org.setup': { nodeId: east },
  'org.thinNodes': { nodeId: east },
  'org.appointments': { nodeId: east },
  'org.setTerm': { id: grant?.id, personId: cast.officer.personId, until: '2027-06-30T15:59:59.000Z', reason: '换届' },
  'org.served': { nodeId: east },
  'org.setServes': { nodeId: regulator, serves: root },
  'org.labels': {},
  'org.labelEditions': {},
  'org.setLabels': { version: null, labels: shippedLabels },
  'volunteer.handovers': { nodeId: east },
}
