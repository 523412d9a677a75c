import { noGoals, type DriveForm } from 'types/drive-form'
import { deriveId } from 'types/ids'
import type { Forbidden } from './forbidden'
import { documentsOf, east, root } from './world'

const id = (name: string) => deriveId('sample', name)
const driveOf = (nodeId: string) => documentsOf('drives').find((doc) => doc.nodeId === nodeId)?._id

const form: DriveForm = {
  ...{ theme: '样本主题', slogan: '人人讲安全', cover: 'flag', pattern: null, from: '2026-07-01', to: '2026-07-10' },
  ...{ monthly: false, open: true, stages: [], goals: noGoals, kinds: [] },
}
const ofEast = { id: driveOf(east), version: 0 }

/** Inputs of drives; those of the east district lie in a plan of its own. */
export const driveSamples: Record<string, Record<string, unknown>> = {
  'org.drives': { nodeId: east },
  'org.driveYear': { nodeId: east, year: 2026 },
  'org.drive': { id: ofEast.id },
  'org.createDrive': { _id: id('drive'), nodeId: east, form },
  'org.reviseDrive': { ...ofEast, form },
  'org.fillDrive': { ...ofEast, contests: [], activities: [], booths: [] },
  'org.moveDrive': { ...ofEast, act: 'publish' },
  'org.openDrives': { nodeId: root },
  'org.publicDrive': { id: driveOf(root) },
}

/** Written by hand: who must never get through, and why. */
export const forbiddenOfDrives: readonly Forbidden[] = [
  ['worker', 'org.drives', '未发布的安排由工会掌握'],
  ['worker', 'org.driveYear', '未发布的安排由工会掌握'],
  ['worker', 'org.drive', '进展由工会掌握'],
  ['worker', 'org.createDrive', '主题活动由工会举办'],
  ['regulator', 'org.createDrive', '主题活动由工会举办'],
  ['fixer', 'org.drive', '企业不看工会的目标和进展'],
  ['other officer', 'org.drives', '别的区的安排'],
  ['other officer', 'org.driveYear', '别的区的安排'],
  ['other officer', 'org.drive', '别的区未发布的主题活动'],
  ['other officer', 'org.createDrive', '别的区'],
  ['other officer', 'org.reviseDrive', '别的区的主题活动'],
  ['other officer', 'org.fillDrive', '别的区的主题活动'],
  ['other officer', 'org.moveDrive', '别的区的主题活动'],
  ['regulator', 'org.moveDrive', '监管人员不管工会的活动'],
]
