import { deriveId } from 'types/ids'
import type { Paper } from 'types/quiz-play'
import { startCloud, type Cloud } from '../support/cloud'
import { seedFile } from '../support/seed-file'
import { otherKeys, timeless } from './other-keys'
import { cast, documentsOf, now, openidOf, seedLines } from './world'

type Line = { c?: string; d?: Record<string, unknown> }
const campaignId = documentsOf('campaigns')[0]?._id ?? ''

const worldOf = async (change: (line: Line) => Line): Promise<Cloud> => {
  const cloud = await startCloud({ seed: seedFile(seedLines.map(change)), env: 'config/local.env' })
  await cloud.clock({ now })
  return cloud
}

const worker = openidOf('worker')
const raw = async (cloud: Cloud, action: string, input: unknown, openid: string) =>
  timeless((await cloud.callRaw('quiz', { action, input }, openid)).body)

/** Everything a player can ask before his paper is closed, by every part of the cast. */
const listen = async (cloud: Cloud): Promise<string[]> => {
  const heard: string[] = []
  for (const person of Object.values(cast)) {
    const openid = person._id
    const asked = { _id: deriveId('listening', openid), campaignId, level: 1 }
    heard.push(await raw(cloud, 'campaign', { campaignId }, openid))
    const started = await raw(cloud, 'start', asked, openid)
    const paperId = (JSON.parse(started) as { data: Paper }).data.id
    heard.push(started)
    heard.push(await raw(cloud, 'start', asked, openid))
    heard.push(await raw(cloud, 'start', { _id: deriveId('other', openid), campaignId, level: 2 }, openid))
    heard.push(await raw(cloud, 'submit', { id: paperId, campaignId, answers: [{ no: 99, chosen: [0] }] }, openid))
    heard.push(await raw(cloud, 'result', { id: paperId, campaignId }, openid))
    heard.push(await raw(cloud, 'campaign', { campaignId }, openid))
    heard.push(await raw(cloud, 'ranking', { campaignId }, openid))
    heard.push(await raw(cloud, 'practice', { campaignId, level: 1 }, openid))
    heard.push(await raw(cloud, 'practise', { campaignId, level: 1, q: paperId, chosen: [0] }, openid))
    heard.push(await raw(cloud, 'wrongBook', { campaignId }, openid))
    heard.push(await raw(cloud, 'myPrizes', { campaignId }, openid))
  }
  return heard
}

test('two banks that differ only in the key sound the same until a paper closes', async () => {
  const [one, other] = await Promise.all([worldOf((line) => line), worldOf(otherKeys)])
  try {
    const [heard, heardElsewhere] = [await listen(one), await listen(other)]
    expect(heard.length).toBe(Object.keys(cast).length * 12)
    expect(heard.findIndex((reply, index) => reply !== heardElsewhere[index])).toBe(-1)
    expect(/"(key|answer|explain|article|phrase)"/.test(heard.join(''))).toBe(false)

    // The banks do differ: the same answers are marked differently once the paper closes.
    const paper = await one.call<Paper>(
      'quiz',
      'start',
      { _id: deriveId('listening', worker), campaignId, level: 1 },
      worker,
    )
    const answers = paper.questions.map(({ no }) => ({ no, chosen: [0] }))
    const input = { id: paper.id, campaignId, answers }
    expect(await raw(other, 'submit', input, worker)).not.toBe(await raw(one, 'submit', input, worker))
  } finally {
    await Promise.all([one.stop(), other.stop()])
  }
}, 120_000)
