import { consentHash, currentConsent } from 'types/consents'
import { deriveId } from 'types/ids'
import { shippedDays } from 'types/hazard-rules'
import { ruleSets } from 'types/rule-sets'
import { activitySamples } from './activity-samples'
import { awardSamples } from './award-samples'
import { bankSamples } from './bank-samples'
import { driveSamples } from './drive-samples'
import { pushSamples } from './push-samples'
import { teamSamples } from './team-samples'
import { orgSamples } from './org-samples'
import { cast, documentsOf, east, nodeNamed, root } from './world'
import { yearSamples } from './year-samples'

type Doc = Record<string, unknown> & { _id: string; under: string[] }

const grantOf = (person: (typeof cast)['fixer']) => person.grants.find((grant) => grant.role === 'fixer')

/** A document of a collection that lies under one node, at a state, and satisfies `also`. */
const find = (collection: string, under: string, also: (doc: Doc) => boolean = () => true) => {
  const found = documentsOf(collection).find((doc) => doc.under.includes(under) && also(doc))
  if (!found) throw new Error(`no ${collection} under ${under}`)
  return found
}

const eastEnterprise = grantOf(cast.fixer)?.enterpriseId ?? ''
const hazardAt = (state: string) => find('hazards', east, (doc) => doc.state === state)
const letterAt = (state: string) => find('hazard_letters', east, (doc) => doc.state === state)
const letterWords = {
  ...{ to: '样本机械', facts: '配电箱门敞开', laws: ['safety-60'], suggestion: '建议加锁', replyDays: 15 },
}
const todayAt = '2026-06-10T01:00:00.000Z'
const consent = currentConsent('volunteer')
const consented = {
  ...{ version: consent.version, textHash: consentHash(consent), agreed: true },
  sensitive: ['id-card', 'health'],
}
const application = find('applications', east, (doc) => doc.state === 'submitted')
const approved = find('applications', east, (doc) => doc.state === 'union-approved')
const enrolledOfEast = find('applications', east, (doc) => doc.state === 'enrolled')
const rosterOfEast = find('rosters', east)
const shortlistOfEast = find('shortlists', east)
const id = (name: string) => deriveId('sample', name)

const handed = find('hazards', east, (doc) => doc.fixingFor === eastEnterprise)
const fixed = { words: '已整改', photos: ['cloud://local-ankang.x/hazard/none/after/1.jpg'] }
const five = {
  ...{ answerable: '车间主任', measures: '更换电线', money: 0, dueAt: '2026-06-20T15:59:59.000Z' },
  emergency: '断电停用',
}

export const form = {
  ...{
    name: '项安宁',
    idCard: '900101199003070019',
    ethnicity: '汉族',
    nativePlace: '青泽',
    political: 'masses',
    education: 'college',
  },
  ...{
    health: 'good',
    phone: '19912345678',
    unit: '泽能机械',
    post: '维修工',
    specialties: ['electrician'],
    nodeId: east,
  },
  ...{ lawAbiding: true, versed: true, fit: true },
  ...{ unionMember: true, generalVolunteer: false, frontLine: true, pledge: true, signature: '项安宁' },
}
const push = { nodeId: east, template: 'activity', audience: { nodeId: east, who: 'officers' }, wording: {} }
const { rules, levels } = ruleSets[0]
const contest = { rules, levels: levels.slice(0, 1) }
const campaign = documentsOf('campaigns')[0] as Doc

const ofRoot = (collection: string, state: string) => find(collection, root, (doc) => doc.state === state)
const heldClaim = ofRoot('quiz_claims', 'held')
const prize = {
  ...{ title: '雨伞', value: 3000, mode: 'draw', stock: 3, perPerson: 1, place: '服务大厅' },
  ...{ price: { chances: 0, level: null, points: 0 }, expiresAt: '2026-06-30T00:00:00.000Z' },
}
const drawValue = { name: '福彩 3D 第 2026160 期', where: '中国福彩网', at: '2026-06-19T13:15:00.000Z' }

const calledHotline = { hotline: '12350', calledOn: '2026-06-10', receipt: '20260610-01' }

/** One valid input an entry, about subjects of the east district; the subject's place decides who may. */
export const samples: Record<string, Record<string, unknown>> = {
  'org.landing': {},
  'org.scan': { _id: id('scan'), booth: documentsOf('booths')[0]?._id },
  'org.me': {},
  'org.setProfile': { name: '项安宁' },
  'org.bindPhone': { code: 'none' },
  'org.eraseMe': { confirm: '注销' },
  'org.searchUnits': { words: '机械' },
  'org.becomeFirstAdministrator': { _id: id('first'), secret: 'guess', unionName: '总工会', name: '项安宁' },
  ...orgSamples,
  'quiz.campaign': { campaignId: campaign._id },
  'quiz.start': { _id: id('paper'), campaignId: campaign._id, level: 1 },
  'quiz.lock': { id: id('nowhere'), campaignId: campaign._id, no: 1, chosen: [0] },
  'quiz.revive': { id: id('nowhere'), campaignId: campaign._id },
  'quiz.teamUnit': { campaignId: campaign._id, unitId: find('enterprises', east)._id, teamKey: 'made-by-nobody' },
  'quiz.declareUnit': { campaignId: campaign._id, unitId: find('enterprises', east)._id },
  'quiz.practice': { campaignId: campaign._id, level: 1 },
  'quiz.practise': { campaignId: campaign._id, level: 1, q: id('nowhere'), chosen: [0] },
  'quiz.wrongBook': { campaignId: campaign._id },
  'quiz.submit': { id: id('nowhere'), campaignId: campaign._id, answers: [] },
  'quiz.result': { id: id('nowhere'), campaignId: campaign._id },
  'quiz.mine': { campaignId: campaign._id },
  'quiz.myPrizes': { campaignId: campaign._id },
  'quiz.claimPrize': { _id: id('asking'), campaignId: campaign._id, prizeId: ofRoot('quiz_prizes', 'open')._id },
  'quiz.draws': { campaignId: campaign._id },
  'quiz.draw': { id: ofRoot('quiz_draws', 'drawn')._id },
  'quiz.prizes': { campaignId: id('campaign') },
  'quiz.createPrize': { _id: id('prize'), campaignId: id('campaign'), ...prize },
  'quiz.movePrize': { id: id('prize'), version: 1, act: 'close' },
  'quiz.changeStock': { id: id('prize'), version: 1, by: 1 },
  'quiz.claims': { campaignId: id('campaign'), state: 'held' },
  'quiz.claimByCode': { campaignId: id('campaign'), code: heldClaim.code },
  'quiz.handOver': { id: heldClaim._id, version: 0, recipient: '项安宁' },
  'quiz.signOff': { campaignId: id('campaign') },
  'quiz.officeDraws': { campaignId: id('campaign') },
  'quiz.createDraw': {
    ...{ _id: id('draw'), campaignId: id('campaign'), title: '六月抽奖', kind: 'chances' },
    ...{ prizes: [{ prizeId: id('prize'), count: 1 }], value: drawValue },
  },
  'quiz.commitDraw': { id: id('draw'), version: 0 },
  'quiz.enterValue': { id: id('draw'), version: 0, value: '381' },
  'quiz.voidDraw': { id: id('draw'), version: 0, reason: '名单有误' },
  'quiz.ranking': { campaignId: campaign._id },
  'quiz.myRank': { campaignId: campaign._id },
  'quiz.myUnitRank': { campaignId: campaign._id, by: 'strength' },
  'quiz.results': { campaignId: id('campaign') },
  'quiz.absentees': { campaignId: id('campaign') },
  'quiz.exportResults': { campaignId: id('campaign') },
  'quiz.signals': { campaignId: id('campaign') },
  'quiz.settleSignal': { id: ofRoot('quiz_signals', 'new')._id, version: 0, act: 'clear', reason: '当面核对过' },
  'quiz.campaigns': { nodeId: east },
  'quiz.createCampaign': {
    ...{
      _id: id('campaign'),
      nodeId: east,
      title: '样本活动',
      slogan: '人人讲安全',
      ...{ ruleSet: 'level-ladder', contest, prizeCap: 20_000 },
    },
    ...{ opensAt: '2026-06-11T00:00:00.000Z', closesAt: '2026-06-20T00:00:00.000Z' },
  },
  'quiz.moveCampaign': { id: id('campaign'), version: 0, act: 'open' },
  'quiz.changeCampaign': {
    ...{ id: id('campaign'), version: 0, title: '样本活动', slogan: '人人讲安全', attempts: 6 },
    ...{ opensAt: '2026-06-11T00:00:00.000Z', closesAt: '2026-06-21T00:00:00.000Z' },
  },
  'quiz.preview': { _id: id('preview'), nodeId: east, contest, level: 1 },
  'quiz.markPreview': { _id: id('preview'), nodeId: east, contest, level: 1, paper: id('nowhere'), answers: [] },
  'quiz.teamLink': { campaignId: campaign._id, unitId: find('enterprises', east)._id },
  ...bankSamples,
  'hazard.report': {
    _id: id('report'),
    place: '二号车间',
    words: '电线外皮破损',
    kind: 'electric',
    photos: [],
    identity: 'hidden',
  },
  'hazard.track': { id: id('nowhere'), retrievalKey: 'a key of nobody at all' },
  'hazard.mine': {},
  'hazard.reportFor': {
    ...{ _id: id('spoken'), place: '三车间', words: '冲床防护罩拆下没有装回', kind: 'machine', photos: [] },
    ...{ identity: 'hidden', name: '项安宁', retrievalKey: 'a key of nobody at all' },
  },
  'hazard.forgetSpeaker': { id: hazardAt('reported')._id, retrievalKey: 'a key of nobody at all' },
  'hazard.similar': { enterpriseId: eastEnterprise, words: '配电箱门敞开，电线外皮破损' },
  'hazard.join': { _id: id('join'), id: hazardAt('accepted')._id, identity: 'named' },
  'hazard.alike': { id: hazardAt('reported')._id },
  'hazard.merge': { id: hazardAt('reported')._id, version: 0, intoId: hazardAt('accepted')._id },
  'hazard.handOver': { id: hazardAt('reported')._id, ...calledHotline },
  'hazard.noteCall': { id: hazardAt('reported')._id, ...calledHotline },
  'hazard.view': { id: hazardAt('accepted')._id },
  'hazard.ledger': { nodeId: east },
  'hazard.coverage': { nodeId: east, period: '2026-06' },
  'hazard.ledgerViews': {},
  'hazard.saveLedgerView': { _id: id('ledger-view'), name: '逾期的', filter: { overdue: true } },
  'hazard.dropLedgerView': { id: id('ledger-view') },
  'hazard.exportSheet': { _id: id('sheet'), nodeId: east, what: { of: 'ledger', filter: {} } },
  'hazard.mySheets': {},
  'hazard.detail': { id: hazardAt('reported')._id },
  'hazard.openIdentity': {
    id: find('hazards', east, (doc) => doc.state === 'accepted' && doc.identity !== 'anonymous')._id,
    reason: '核实情况',
  },
  'hazard.accept': { id: hazardAt('reported')._id, version: 0, grade: 'general' },
  'hazard.decline': { id: hazardAt('reported')._id, version: 0, reason: '重复' },
  'hazard.assign': {
    id: hazardAt('accepted')._id,
    version: 1,
    fixerId: cast.fixer.personId,
    dueAt: '2026-06-20T15:59:59.000Z',
    suggestion: '建议检修',
  },
  'hazard.return': { id: hazardAt('answered')._id, version: 4, reason: '未改完', dueAt: '2026-06-20T15:59:59.000Z' },
  'hazard.close': { id: hazardAt('answered')._id, version: 4, words: '核实到位' },
  'hazard.cease': {
    ...{ id: hazardAt('answered')._id, version: 4, on: '2026-06-08', proof: '营业执照已注销', words: '厂房已清空' },
  },
  'hazard.handovers': { nodeId: east },
  'hazard.fixList': {},
  'hazard.fixDetail': { id: handed._id },
  'hazard.answer': { id: handed._id, version: 3, ...fixed },
  'hazard.fixOnSpot': { id: handed._id, version: 2, ...fixed },
  'hazard.plan': { id: handed._id, version: 2, ...five },
  'hazard.replan': { id: handed._id, version: 3, ...five },
  'hazard.progress': { id: handed._id, version: 3, words: '配件到货', photos: [] },
  'hazard.askExtension': { id: handed._id, version: 3, reason: '等配件', dueAt: '2026-07-20T15:59:59.000Z' },
  'hazard.grantExtension': { id: handed._id, version: 4, words: '同意' },
  'hazard.classify': {
    ...{ id: hazardAt('fixing')._id, version: hazardAt('fixing').version },
    ...{ accident: '05', factor: '21', basis: null },
  },
  'hazard.prove': {
    ...{ id: hazardAt('answered')._id, version: 4 },
    regulator: { at: '2026-06-09T02:00:00.000Z', to: '区应急管理局', number: '应急收〔2026〕12号' },
  },
  'hazard.list': {
    ...{ id: hazardAt('answered')._id, version: 4, number: '安委督〔2026〕3号', level: 'city' },
    ...{ publishedAt: '2026-06-09T02:00:00.000Z', dueAt: '2026-08-20T15:59:59.000Z' },
  },
  'hazard.extendListing': {
    ...{ id: hazardAt('answered')._id, version: 4, dueAt: '2026-09-20T15:59:59.000Z', reason: '设备订货' },
  },
  'hazard.delist': {
    ...{ id: hazardAt('answered')._id, version: 4, at: '2026-06-10T01:00:00.000Z', reason: '验收合格' },
  },
  'hazard.reopen': { id: hazardAt('closed')._id, version: 5, reason: '又堆上了', photos: [] },
  'hazard.uphold': { id: hazardAt('closed')._id, version: 6, reason: '看过，还在' },
  'hazard.recheck': { id: hazardAt('closed')._id, version: 5, words: '看过，还在' },
  'hazard.recur': { id: hazardAt('closed')._id, version: 5, reason: '又堆上了' },
  'hazard.refuseExtension': { id: handed._id, version: 4, words: '请按原期限改完' },
  'hazard.letters': { nodeId: east },
  'hazard.letter': { id: letterAt('sent')._id },
  'hazard.newLetter': { id: hazardAt('accepted')._id },
  'hazard.draftLetter': { _id: id('letter'), id: hazardAt('accepted')._id, ...letterWords },
  'hazard.reviseLetter': { id: letterAt('drafted')._id, version: 0, ...letterWords },
  'hazard.discardLetter': { id: letterAt('drafted')._id, version: 0 },
  'hazard.sendLetter': { id: letterAt('drafted')._id, version: 0, way: 'hand', at: todayAt },
  'hazard.recordReply': { id: letterAt('sent')._id, version: 1, words: '已整改', at: todayAt },
  'hazard.recordRefusal': { id: letterAt('sent')._id, version: 1, words: '暂不更换', at: todayAt },
  'hazard.referLetter': {
    ...{ id: letterAt('refused')._id, version: 2, reason: '提请督促整改', at: todayAt },
    ...{ regulator: '区应急管理局', union: '市总工会' },
  },
  'hazard.recordReceipt': { id: letterAt('referred')._id, version: 4, from: 'union', number: '收7', at: todayAt },
  'hazard.printLetter': { id: letterAt('sent')._id },
  'hazard.board': { enterpriseId: eastEnterprise },
  ...awardSamples,
  ...driveSamples,
  ...teamSamples,
  ...pushSamples,
  'hazard.boardDraft': { enterpriseId: eastEnterprise, month: '2026-06' },
  'hazard.publishBoard': { enterpriseId: eastEnterprise, month: '2026-06', version: null, words: [] },
  'hazard.printBoard': { enterpriseId: eastEnterprise, month: '2026-05' },
  'hazard.withdrawBoard': { enterpriseId: eastEnterprise, month: '2026-05', version: 0 },
  'hazard.onward': { id: hazardAt('accepted')._id },
  'hazard.raise': { id: hazardAt('accepted')._id, version: 1, to: 'enterprise', reason: '班组无力解决' },
  'hazard.rules': {},
  'hazard.setHolidays': { version: null, year: '2027', holidays: ['2027-01-01'], workdays: [] },
  'hazard.setLadderDays': { version: null, days: shippedDays },
  ...activitySamples,
  ...yearSamples,
  'volunteer.reviewers': {},
  'volunteer.apply': { _id: id('apply'), form, consent: consented },
  'volunteer.resubmit': { id: application._id, version: 0, form, consent: consented },
  'volunteer.withdraw': { id: application._id, version: 0 },
  'volunteer.dropPhoto': { id: application._id, version: 0 },
  'volunteer.printMine': { id: application._id, full: false },
  'volunteer.printForm': { id: approved._id, reason: '核对' },
  'volunteer.mine': {},
  'volunteer.queue': { nodeId: east },
  'volunteer.detail': { id: approved._id },
  'volunteer.unionReview': { id: application._id, version: 0, decision: 'approve', opinion: '同意推荐' },
  'volunteer.regulatorReview': { id: approved._id, version: 1, decision: 'approve', opinion: '同意入册' },
  'volunteer.readIdCard': { id: approved._id, reason: '核对' },
  'volunteer.roster': { nodeId: east },
  'volunteer.reviewMany': { rows: [{ id: application._id, version: 0 }], decision: 'approve', opinion: '同意推荐' },
  'volunteer.rosters': { nodeId: east },
  'volunteer.rosterVersion': { id: rosterOfEast._id },
  'volunteer.sealRoster': { _id: id('roster'), nodeId: nodeNamed('东原区应急管理局') },
  'volunteer.confirmRoster': { id: rosterOfEast._id, version: 1 },
  'volunteer.questionRoster': { id: rosterOfEast._id, version: 1, words: '第三行单位有误' },
  'volunteer.noteCopy': { id: rosterOfEast._id, version: 1, recipient: '市职工服务中心', on: '2026-06-10' },
  'volunteer.exportRoster': { id: rosterOfEast._id, full: false },
  'volunteer.shortlists': { nodeId: east },
  'volunteer.shortlist': { id: shortlistOfEast._id },
  'volunteer.createShortlist': { _id: id('shortlist'), nodeId: east, title: '样本一批', places: 2 },
  'volunteer.saveShortlist': { id: shortlistOfEast._id, version: 0, picks: [] },
  'volunteer.passShortlist': {
    ...{ id: shortlistOfEast._id, version: 0, opinion: '择优推荐' },
    rows: [{ id: application._id, version: 0 }],
  },
  'volunteer.dropShortlist': { id: shortlistOfEast._id, version: 0, reason: '重新来' },
  'volunteer.quit': { id: enrolledOfEast._id, version: 2, reason: '调离' },
  'volunteer.removeVolunteer': { id: enrolledOfEast._id, version: 2, reason: '长期失联' },
  'volunteer.appealRemoval': { id: enrolledOfEast._id, version: 3, words: '当时住院' },
  'volunteer.decideAppeal': { id: enrolledOfEast._id, version: 4, uphold: true, opinion: '属实' },
  'org.setQualifying': { nodeId: nodeNamed('槐荫街道总工会'), qualifies: true },
  'notice.consent': { _id: id('consent'), results: [{ template: 'activity', result: 'accept' }] },
  'notice.markRead': { ids: [id('message')] },
  ...{ 'notice.templates': {}, 'notice.subscriptions': {}, 'notice.inbox': {} },
  'notice.tryTemplate': { _id: id('try'), template: 'work-to-do' },
  'notice.preview': push,
  'notice.send': { _id: id('push'), ...push },
  ...{ 'notice.cancelPush': { id: id('push'), version: 0 }, 'notice.pausePush': { id: id('push'), version: 0 } },
  'notice.resumePush': { id: id('push'), version: 0 },
  'notice.pushes': { nodeId: east },
  'notice.pushResult': { id: id('push') },
  ...{ 'notice.texts': { nodeId: east }, 'notice.text': { id: id('text') }, 'notice.triggers': { nodeId: east } },
  'notice.createText': { _id: id('text'), nodeId: east, template: 'work-to-do', name: '节前自查', wording: {} },
  'notice.saveText': { id: id('text'), version: 0, name: '节前自查', wording: {} },
  'notice.revertText': { id: id('text'), version: 0, edition: 1 },
  ...{ 'notice.retireText': { id: id('text'), version: 0 }, 'notice.restoreText': { id: id('text'), version: 0 } },
  'notice.setTrigger': { nodeId: east, version: null, key: 'fix-late', on: false },
  'desk.overview': { nodeId: east },
  'desk.events': { nodeId: east },
  'desk.verify': { subjectId: hazardAt('closed')._id },
  'desk.backup': { _id: id('backup') },
  'desk.backups': {},
  'desk.restore': { _id: id('restore'), secret: 'guess', manifest: 'cloud://local-ankang.x/none.json' },
  'desk.restoreState': { id: id('restore') },
}
