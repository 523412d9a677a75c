// Database trips of every call a worker or a volunteer can make, as the local cloud counts them.
import { consentHash, currentConsent } from 'types/consents'
import { idCardCheckCharacter } from 'types/id-card'
import { deriveId } from 'types/ids'
import type { Paper } from 'types/quiz-play'
import type { Cloud } from '../support/cloud'
import { entries } from '../standing/contracts'
import { form, samples } from '../standing/samples'
import { documentsOf, openidOf, startWorld } from '../standing/world'
import { figure } from '../support/figure'

const goal = 3
const worker = openidOf('worker')
const campaignId = documentsOf('campaigns')[0]?._id ?? ''
const consent = currentConsent('volunteer')
const body = '90010119900307002'
const own = { ...form, idCard: body + idCardCheckCharacter(body) }
const consented = { version: consent.version, textHash: consentHash(consent), agreed: true }

const quietly = (cloud: Cloud, domain: string, action: string, input: unknown, openid: string) =>
  cloud.callRaw(domain, { action, input }, openid)

const playLevel = async (cloud: Cloud, openid: string, name: string) => {
  const paper = await cloud.call<Paper>('quiz', 'start', { _id: deriveId('trips', name), campaignId, level: 1 }, openid)
  const answers = paper.questions.map(({ no }) => ({ no, chosen: [0] }))
  await cloud.call('quiz', 'submit', { id: paper.id, campaignId, answers }, openid)
  await cloud.call('quiz', 'result', { id: paper.id, campaignId }, openid)
}

const volunteerLife = async (cloud: Cloud) => {
  const applied = await cloud.call<{ id: string; version: number }>(
    'volunteer',
    'apply',
    { _id: deriveId('trips', 'application'), form: own, consent: consented },
    openidOf('stranger'),
  )
  await quietly(cloud, 'volunteer', 'apply', { _id: applied.id, form: own, consent: consented }, openidOf('stranger'))
  const returned = documentsOf('applications').find(({ state }) => state === 'returned')
  if (returned) {
    const input = {
      id: returned._id,
      version: returned.version,
      form: { ...form, idCard: undefined },
      consent: consented,
    }
    await quietly(cloud, 'volunteer', 'resubmit', input, String(returned.openid))
  }
  await cloud.call('volunteer', 'withdraw', { id: applied.id, version: applied.version }, openidOf('stranger'))
}

const cloud = await startWorld()
try {
  await playLevel(cloud, openidOf('stranger'), 'warm')
  await cloud.resetMetrics()
  for (const { domain, action, entry } of entries)
    if (entry.access === 'anyone' && entry.kind !== 'timer')
      await quietly(cloud, domain, action, samples[`${domain}.${action}`], worker)
  const hazard = documentsOf('hazards').find(({ owner }) => typeof owner === 'string')
  await quietly(cloud, 'hazard', 'view', { id: hazard?._id }, String(hazard?.owner))
  await playLevel(cloud, openidOf('fixer'), 'first')
  await volunteerLife(cloud)
  const open = new Set(
    entries
      .filter(
        ({ entry }) =>
          entry.kind !== 'timer' &&
          (entry.access === 'anyone' || (typeof entry.access === 'object' && 'owner' in entry.access)),
      )
      .map(({ domain, action }) => `${domain}.${action}`),
  )
  const { functions } = await cloud.metrics()
  const walked = functions
    .flatMap(({ name, actions }) =>
      Object.entries(actions).map(([action, { trips }]) => ({ name: `${name}.${action}`, trips: trips.max })),
    )
    .filter(({ name }) => open.has(name))
    // The one-time opening and the restore of an environment are an operator's, once in its life; erasing oneself ends everything.
    .filter(
      ({ name }) =>
        ![
          'org.becomeFirstAdministrator',
          'desk.restore',
          'desk.restoreState',
          'org.eraseMe',
          'org.acceptInvite',
        ].includes(name),
    )
  for (const { name, trips } of walked) if (trips > goal) process.stderr.write(`${name} ${trips}\n`)
  const worst = Math.max(...walked.map(({ trips }) => trips))
  figure(
    `database trips of ${walked.length} calls a worker or volunteer makes`,
    `at most ${worst}`,
    `at most ${goal}`,
    worst <= goal,
  )
} finally {
  await cloud.stop()
}
