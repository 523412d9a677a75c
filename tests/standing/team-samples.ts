import { deriveId } from 'types/ids'
import { cast, documentsOf, east } from './world'

const id = (name: string) => deriveId('sample', name)
const found = (collection: string, state: string) => {
  const doc = documentsOf(collection).find((one) => one.under.includes(east) && one.state === state)
  if (!doc) throw new Error(`no ${collection} ${state} in the east`)
  return doc
}
const team = found('teams', 'working')
const volunteer = found('applications', 'enrolled')

const photo = found('wall_photos', 'waiting')
const report = found('activity_reports', 'written')
const done = found('activities', 'done')
const file = 'cloud://local-ankang.x/wall/none/1.jpg'

/** One valid input an entry of teams and of what is kept of a volunteer. */
export const teamSamples: Record<string, Record<string, unknown>> = {
  'volunteer.teams': { nodeId: east },
  'volunteer.team': { id: team._id },
  'volunteer.teamMembers': { id: team._id },
  'volunteer.teamless': { nodeId: east },
  'volunteer.seatCandidates': { id: team._id, side: 'union' },
  'volunteer.createTeam': { _id: id('team'), nodeId: east, unit: '样本街道' },
  'volunteer.nameAdmin': { id: team._id, version: 2, side: 'union', personId: cast.officer.personId },
  'volunteer.acceptSeat': { id: team._id, version: 2, side: 'union' },
  'volunteer.resignSeat': { id: team._id, version: 2, side: 'union', reason: '换届' },
  'volunteer.addMembers': { id: team._id, volunteers: [volunteer._id] },
  'volunteer.moveMember': { id: volunteer._id, version: 0, teamId: team._id, reason: '住得近' },
  'volunteer.removeMember': { id: volunteer._id, version: 0, reason: '工作调动' },
  'volunteer.leaveTeam': { id: volunteer._id, version: 0, reason: '工作调动' },
  'volunteer.setCaptain': { id: team._id, version: 2, volunteer: volunteer._id },
  'volunteer.mergeTeam': { id: team._id, version: 2, intoId: team._id, reason: '合并' },
  'volunteer.disbandTeam': { id: team._id, version: 2, reason: '任务完成' },
  'volunteer.myTeam': {},
  'volunteer.wall': { id: done._id },
  'volunteer.postPhoto': { _id: id('photo'), id: done._id, fileId: file, consent: true },
  'volunteer.hidePhoto': { id: photo._id },
  'volunteer.officeWall': { id: done._id },
  'volunteer.hangPhoto': { _id: id('photo-2'), id: done._id, fileId: file, consent: true },
  'volunteer.settlePhoto': { id: photo._id, version: 0, act: 'show' },
  'volunteer.reports': { nodeId: east },
  'volunteer.report': { id: report._id },
  'volunteer.newReport': { id: done._id },
  'volunteer.writeReport': { id: done._id, version: null, words: '走访了两处。', findings: 1, photos: [] },
  'volunteer.printReport': { id: report._id },
  'volunteer.myData': {},
  'volunteer.readMyIdCard': { id: volunteer._id, confirm: true },
  'volunteer.askCorrection': { id: volunteer._id, version: 0, change: { post: '安全员' }, reason: '调岗' },
  'volunteer.dropCorrection': { id: volunteer._id, version: 0 },
  'volunteer.corrections': { nodeId: east },
  'volunteer.settleCorrection': { id: volunteer._id, version: 0, decision: 'confirm', words: '已核对' },
  'volunteer.whoLooked': {},
  'volunteer.copyMyData': { _id: id('copy'), id: volunteer._id },
  'volunteer.eraseVolunteer': { id: volunteer._id, version: 0, confirm: '删除' },
}
