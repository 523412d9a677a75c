import { deriveId } from 'types/ids'
import { shippedLabels } from 'types/labels'
import { cast, documentsOf, east, nodeNamed, root } from './world'

const id = (name: string) => deriveId('sample', name)
const enterprise = documentsOf('enterprises').find(({ under }) => under.includes(east))
const [grant] = cast.officer.grants
const facts = {
  ...{ name: '样本机械一厂', industry: '机械制造', hasUnion: false, workers: 9, teams: 1, code: '', address: '' },
  ...{ contactPost: '', contactPhone: '', dispatched: 0, newForms: 0 },
  flags: { highRisk: false, nonPublic: true, small: true },
}
const closing = { id: enterprise?._id, version: 0, reason: '样本' }
const regulator = nodeNamed('东原区应急管理局')

/** Inputs of the register, of offices, of the regulators' tree and of the names of institutions. */
export const orgSamples: Record<string, Record<string, unknown>> = {
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
