// A new union from an empty environment to a contest, its first poster and a worker who answers, in the browser: what one
// person taps, types and looks at.
import type { Browser } from 'playwright-core'
import { handOn } from '../../h5/walks/hand'
import { openBrowser, openWindow } from '../../support/browser'
import { startCloud } from '../../support/cloud'
import { figure } from '../../support/figure'
import { rawDocuments } from '../../support/raw-documents'

/**
 * Keystroke-level model, seconds (Card, Moran, Newell: The keystroke-level model for user performance time with interactive
 * systems, CACM 23(7), 1980): K 0.28 a character of an average typist, P 1.1 to point at something (with it the tap), M 1.35
 * to decide what comes next. A character of Chinese takes two keystrokes and its choice; a pasted list is one tap and one hold.
 */
const seconds = { key: 0.28, point: 1.1, mind: 1.35 }
const keysOf = (text: string) => [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 3 : 1), 0)
const goalMinutes = 10

const secret = 'local-first-administrator'
const unions = ['东原区总工会', '西岭区总工会', '南溪县总工会', '北川市总工会', '经济开发区总工会', '建设系统工会']

type Count = { taps: number; keys: number; decisions: number; waited: number; screens: Set<string> }

const walk = async (url: string) => {
  const browser = await openBrowser()
  const page = await openWindow(browser, { openid: 'o-first-administrator', name: '首任管理' })
  page.setDefaultTimeout(20_000)
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(String(error)))
  const hand = handOn(page)
  const count: Count = { taps: 0, keys: 0, decisions: 0, waited: 0, screens: new Set() }
  const steps: string[] = []

  const waiting = async (work: () => Promise<unknown>) => {
    const from = Date.now()
    await work()
    count.waited += Date.now() - from
    count.screens.add(new URL(page.url()).hash.split('?')[0] ?? '')
  }
  const telling = async (work: () => Promise<unknown>) => {
    try {
      await waiting(work)
    } catch {
      throw new Error(`stuck after ${steps.join(' → ')}; the page shows ${(await hand.text()).replace(/\s+/g, ' ')}`)
    }
  }
  const see = (words: string | RegExp) => telling(() => hand.sees(words))
  const tap = async (name: string | RegExp, role: 'button' | 'tab' | 'radio' = 'button') => {
    count.taps += 1
    count.decisions += 1
    steps.push(String(name))
    await telling(() => hand.tap(name, role))
  }
  /** Into a field: a tap on it, then the letters. */
  const type = async (label: string, text: string) => {
    count.taps += 1
    count.keys += keysOf(text)
    steps.push(`${label} ${[...text].length} 字`)
    await hand.type(label, text)
  }
  /** Out of a file or a chat: a tap into the field, a hold and a tap on 粘贴. */
  const paste = async (label: string, text: string) => {
    count.taps += 3
    steps.push(`粘贴到${label}`)
    await hand.type(label, text)
  }

  const from = Date.now()
  await waiting(() => page.goto(`${url}/#/pages/my/index`))
  await tap(/首次启用/)
  await see('一次性口令')
  await paste('一次性口令', secret)
  await type('工会名称', '青泽市总工会')
  await type('您的姓名', '林知远')
  await tap('启用')
  await tap('照清单往下做')
  await see('建下级工会')
  await paste('名单', unions.join('\n'))
  await tap('建好这些工会')
  await see(`建好了 ${unions.length} 个工会`)
  await tap('下一步')
  await tap('建好邀请')
  await see('谁先打开谁接受')
  await tap(/^复制邀请/)
  await tap('同意并继续')
  await tap('发好了，下一步')
  await tap('登记')
  await see('青泽市应急管理局')
  await see('先允许给我发一条')
  await tap('先跳过这一步：核对微信提醒')
  await tap('放入自带题目')
  await tap('办一场闯关竞赛')
  await see('建好并开始')
  await tap('建好并开始')
  await see('建好展台')
  await type('地点', '市工人文化宫一楼')
  await tap('建好展台')
  await tap('看海报，去打印')
  await waiting(() => page.locator('img[src*="http"], .poster-code').filter({ visible: true }).first().waitFor())
  await see('青泽市总工会')
  const took = Date.now() - from
  return { browser, count, steps, failures, took }
}

/** Who scans the poster: how many taps he is from the first question. */
const scanned = async (browser: Browser, url: string, booth: string) => {
  const page = await openWindow(browser, { openid: 'o-passer-by', name: '路过的职工' })
  page.setDefaultTimeout(20_000)
  const hand = handOn(page)
  await page.goto(`${url}/#/pages/scan/index?scene=${encodeURIComponent(`b=${booth}`)}`)
  await hand.sees('安全知识闯关')
  const path = new URL(page.url()).hash.split('?')[0] ?? ''
  const taps = ['开始第 1 关']
  for (const name of taps) await hand.tap(name)
  await hand.sees(/^1 \/ \d+$/)
  const text = (await hand.text()).replace(/\s+/g, ' ')
  return { path, taps: taps.length, text }
}

const main = async () => {
  const cloud = await startCloud({ env: 'config/local.env', timers: true })
  const { browser, count, steps, failures, took } = await walk(cloud.url)
  const hands = count.taps * seconds.point + count.keys * seconds.key + count.decisions * seconds.mind
  const person = (hands + count.waited / 1000) / 60
  const stored = async (collection: string, query = {}) => (await rawDocuments(cloud, collection, query)).length
  const [nodes, contests] = [await stored('nodes'), await stored('campaigns', { state: 'open' })]
  const [questions, booths] = [await stored('questions'), await rawDocuments(cloud, 'booths')]
  const codes = booths.filter(({ code }) => code !== null && code !== undefined).length
  const visitor = await scanned(browser, cloud.url, String(booths[0]?._id))
  await browser.close()
  await cloud.stop()
  process.stdout.write(`  ${steps.join(' → ')}\n`)
  process.stdout.write(
    `  ${count.screens.size} screens, ${count.taps} taps, ${count.keys} keystrokes, ${Math.round(count.waited / 100) / 10} s waited\n`,
  )
  figure('script errors on the way', String(failures.length), 'goal 0', failures.length === 0)
  figure(
    'unions and regulator, questions, running contest, booth, code',
    [nodes, questions, contests, booths.length, codes].join(', '),
    'goal 8, 300 or more, 1, 1, 1',
    nodes === unions.length + 2 && questions >= 300 && contests === 1 && booths.length === 1 && codes === 1,
  )
  process.stdout.write(`  ${visitor.path}: ${visitor.text.slice(0, 300)}\n`)
  figure('from the poster to the first question', `${visitor.taps} taps`, 'goal at most 3', visitor.taps <= 3)
  figure('the machine took', `${Math.round(took / 1000)} seconds`, 'goal under 120', took < 120_000)
  figure('a person takes, estimated', `${person.toFixed(1)} minutes`, `goal under ${goalMinutes}`, person < goalMinutes)
}

void main()
