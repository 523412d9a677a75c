// Taps and typed characters from a scanned booth code to a report the union has, on the shipped WeChat package.
import { jpegPhoto } from '../../h5/walks/photo'
import { demoBooth } from '../../h5/walks/stage'
import { startCloud } from '../../support/cloud'
import { figure } from '../../support/figure'
import { rawDocuments } from '../../support/raw-documents'
import { openPhone } from '../../support/weapp'
import { localCloudBehind } from '../../support/weapp/local-cloud'

/** Keystroke-level model of a phone: seconds for what a hand does, and for looking before it. */
const seconds = { tap: 1.5, look: 1.35, character: 0.6, photo: 8, cloud: 2 }

const count = async (url: string, words: string, { first }: { first: boolean }) => {
  const storage = new Map<string, unknown>()
  if (!first) storage.set('shooting-rules', JSON.stringify('2026-11-01T00:00:00.000Z'))
  const behind = localCloudBehind(url, `o-taps-${String(first)}`)
  const answers = { photos: () => [jpegPhoto()], privacyAgreed: !first }
  const phone = openPhone({ cloud: behind, storage, answers })
  const taps: string[] = []
  const tap = async (target: string) => {
    taps.push(target)
    await phone.tap(target)
  }
  await phone.launch('pages/home/index', { scene: encodeURIComponent(`b=${demoBooth()}`) }, 1047)
  await phone.waitFor('随手拍隐患')
  await tap('随手拍隐患')
  await tap('拍一张照片')
  for (const asked of ['我在安全处，去拍照', '同意并继续']) if (phone.has(asked)) await tap(asked)
  await phone.waitFor('已去除位置信息')
  await phone.input('隐患情况', words)
  await tap('提交')
  await phone.waitFor('已送达工会')
  return taps
}

const main = async () => {
  const cloud = await startCloud({ seed: true, env: 'config/local.env' })
  for (const first of [true, false]) {
    const words = first ? '配电箱门坏了，电线露在外面' : '二楼安全出口堆满纸箱走不通'
    const taps = await count(cloud.url, words, { first })
    const stored = await rawDocuments(cloud, 'hazards', { words })
    const characters = [...words].length
    const hand = taps.length * (seconds.tap + seconds.look) + characters * seconds.character
    const estimate = Math.round(hand + seconds.photo + seconds.cloud)
    const who = first ? 'for the first time' : 'again'
    process.stdout.write(`  ${who}: ${taps.join(' → ')}; ${characters} characters\n`)
    const most = first ? 5 : 3
    figure(`taps of a report ${who}`, `${taps.length} and a photo`, `goal at most ${most}`, taps.length <= most)
    figure(`a report ${who}, estimated`, `${estimate} seconds`, 'goal under 60', estimate < 60)
    figure(
      `reports stored ${who}`,
      `${stored.length}, ${(stored[0]?.photos as unknown[])?.length ?? 0} photo`,
      'goal 1',
      stored.length === 1,
    )
  }
  await cloud.stop()
}

void main()
