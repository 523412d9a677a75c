// The shipped WeChat package loses its network before, within and after every step of a report, and is killed there too.
import { jpegPhoto } from '../../h5/walks/photo'
import { startCloud, type Cloud } from '../../support/cloud'
import { figure } from '../../support/figure'
import { rawDocuments } from '../../support/raw-documents'
import { openPhone, type Phone } from '../../support/weapp'
import { findField } from '../../support/weapp/find-element'
import { localCloudBehind } from '../../support/weapp/local-cloud'
import type { CloudBehind } from '../../support/weapp/wx-cloud'

type Way = 'stays open' | 'is killed'
/** Which arrival at the cloud the phone never hears of. */
type Lost = 'none' | 'upload' | 'report'
type Case = { cutBefore: number; way: Way; lost: Lost }

const place = '一号库房东门'
const hazardTab = 'pages/hazard/index'

let cloud: Cloud
let number = 0

const stepsOf = (words: string): ((phone: Phone) => Promise<void>)[] => [
  async (phone) => phone.launch(hazardTab),
  async (phone) => {
    await phone.tap('拍一张照片')
    if (phone.has('我在安全处，去拍照')) await phone.tap('我在安全处，去拍照')
    if (phone.has('同意并继续')) await phone.tap('同意并继续')
    await phone.waitFor('已去除位置信息')
  },
  async (phone) => {
    await phone.tap('地点')
    await phone.input('具体地点', place)
    await phone.tap('确定')
    await phone.waitFor(place)
  },
  async (phone) => phone.input('隐患情况', words),
  async (phone) => phone.tap('对企业保密'),
  async (phone) => phone.tap('提交'),
]

/** What of the steps done so far the form still shows. */
const lostOf = (phone: Phone, done: number, words: string): string[] => {
  const shown = `${phone.text()} ${String(findField(phone.tree(), '隐患情况')?.attrs.value)}`
  const kept: [number, string][] = [
    [2, '已去除位置信息'],
    [3, place],
    [4, words],
  ]
  return kept.filter(([from, part]) => done >= from && !shown.includes(part)).map(([, part]) => part)
}

const losing = (behind: CloudBehind, lost: Lost, cut: () => void): CloudBehind => {
  let left = lost === 'none' ? 0 : 1
  const arrived = () => {
    left -= 1
    cut()
  }
  return {
    ...behind,
    call: async (name, event) => {
      const answer = await behind.call(name, event)
      const isReport = name === 'hazard' && (event as { action: string }).action === 'report'
      if (lost !== 'report' || !isReport || left === 0) return answer
      arrived()
      throw new Error('the answer was lost')
    },
    upload: async (cloudPath, bytes) => {
      const fileId = (await behind.upload?.(cloudPath, bytes)) ?? ''
      if (lost !== 'upload' || left === 0) return fileId
      arrived()
      throw new Error('the answer was lost')
    },
  }
}

/** The same phone after it was killed: what was stored and what was kept is there, nothing else. */
const reborn = (phone: Phone, open: (storage: Map<string, unknown>) => Phone): Phone => {
  const again = open(phone.state.storage)
  for (const [name, bytes] of phone.state.files) if (name.includes('/kept/')) again.state.files.set(name, bytes)
  return again
}

const run = async ({ cutBefore, way, lost }: Case) => {
  number += 1
  const words = `第${number}号货架立柱变形，上层货物要倒`
  const steps = stepsOf(words)
  const holder: { phone?: Phone } = {}
  const behind = losing(localCloudBehind(cloud.url, `o-offline-${number}`), lost, () => holder.phone?.setOnline(false))
  const open = (storage?: Map<string, unknown>) => {
    holder.phone = openPhone({ cloud: behind, storage, answers: { photos: () => [jpegPhoto()] } })
    return holder.phone
  }
  let phone = open()
  let missing: string[] = []
  const die = async (done: number) => {
    await phone.pageEvent('onHide')
    phone = reborn(phone, open)
    phone.setOnline(false)
    await phone.launch(hazardTab)
    if (done < steps.length) missing = [...missing, ...lostOf(phone, done, words)]
  }
  for (const [at, step] of steps.entries()) {
    if (at === cutBefore) phone.setOnline(false)
    if (at === cutBefore && way === 'is killed' && at > 0) await die(at)
    await step(phone)
  }
  if (way === 'is killed') await die(steps.length)
  phone.setOnline(true)
  await phone.launch(hazardTab)
  const until = Date.now() + 20_000
  let found = await rawDocuments(cloud, 'hazards', { words })
  while (found.length === 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    found = await rawDocuments(cloud, 'hazards', { words })
  }
  await phone.settle()
  found = await rawDocuments(cloud, 'hazards', { words })
  const photos = (found[0]?.photos as unknown[] | undefined)?.length ?? 0
  return { sent: found.length, photos, missing }
}

const main = async () => {
  cloud = await startCloud({ seed: true, env: 'config/local.env' })
  const ways: Way[] = ['stays open', 'is killed']
  const cases: Case[] = ways.flatMap((way) => [
    ...stepsOf('').map((_, cutBefore): Case => ({ cutBefore, way, lost: 'none' })),
    ...(['upload', 'report'] as const).map((lost): Case => ({ cutBefore: -1, way, lost })),
  ])
  const outcomes = []
  for (const one of cases) {
    const outcome = await run(one)
    outcomes.push(outcome)
    const where = one.lost === 'none' ? `before step ${one.cutBefore + 1}` : `after the ${one.lost} arrived`
    const lost = outcome.missing.length > 0 ? `, lost ${outcome.missing.join(' ')}` : ''
    process.stdout.write(`  cut ${where}, ${one.way}: ${outcome.sent} sent, ${outcome.photos} photos${lost}\n`)
  }
  const twice = outcomes.filter(({ sent }) => sent > 1).length
  const never = outcomes.filter(({ sent }) => sent === 0).length
  const drafts = outcomes.filter(({ missing }) => missing.length > 0).length
  const bare = outcomes.filter(({ photos }) => photos !== 1).length
  figure('reports sent twice', `${twice} of ${cases.length}`, 'goal 0', twice === 0)
  figure('reports never sent', `${never} of ${cases.length}`, 'goal 0', never === 0)
  figure('drafts that lost something', `${drafts} of ${cases.length}`, 'goal 0', drafts === 0)
  figure('reports without their photo', `${bare} of ${cases.length}`, 'goal 0', bare === 0)
  await cloud.stop()
}

void main()
