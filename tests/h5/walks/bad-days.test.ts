import type { Route } from 'playwright-core'
import { browserTest } from '../../support/browser'
import { rawDocuments } from '../../support/raw-documents'
import type { Hand } from './hand'
import { openStage } from './stage'

const minute = 60_000
const words = '三号楼楼梯间堆放杂物，疏散通道被堵住一半'
const doors = ['**/call/**', '**/upload?**']

const closeDoors = async ({ page }: Hand) => {
  for (const door of doors) await page.route(door, (route) => route.abort())
}
const openDoors = async ({ page }: Hand) => {
  for (const door of doors) await page.unroute(door)
}

describe('bad days of the network', () => {
  const stage = openStage()
  let worker: Hand
  const reports = () => rawDocuments(stage.cloud(), 'hazards', { words })

  browserTest(
    'the cloud does not answer: the page says so, and shows its content after the network is back',
    async () => {
      worker = await stage.phoneOf()
      await worker.sees('中心广场 3 号展台')
      await closeDoors(worker)
      await worker.page.goto(`${stage.cloud().url}/#/packages/hazard/mine`)
      await worker.sees('没有取到内容')
      await worker.sees('网络不太好，您填的内容会存在手机里')
      await openDoors(worker)
      await worker.tap('再试一次')
      await worker.sees('还没有上报过')
    },
    minute,
  )

  browserTest(
    'a report made without a network is kept in the phone',
    async () => {
      await worker.page.goto(`${stage.cloud().url}/`)
      await worker.tab('随手拍')
      await worker.sees('按您扫的展台填的')
      await worker.page.context().setOffline(true)
      await worker.takePhoto('拍一张照片', true)
      await worker.type('隐患情况', words)
      await worker.tap('提交')
      await worker.sees('已存在手机里')
      await worker.sees('网络恢复后自动送出')
      await worker.sees('1 件已存在手机里')
      expect(await reports()).toHaveLength(0)
    },
    minute,
  )

  browserTest(
    'it survives that the page is closed and opened again',
    async () => {
      await closeDoors(worker)
      await worker.page.context().setOffline(false)
      await worker.page.goto(`${stage.cloud().url}/#/pages/my/queue`)
      await worker.page.reload()
      await worker.sees(`隐患：${words.slice(0, 8)}`)
      await worker.sees('待发送')
      expect(await reports()).toHaveLength(0)
    },
    minute,
  )

  browserTest(
    'an answer lost on the way back leads to a second try, and to one report',
    async () => {
      let lost = 0
      const loseFirstAnswer = async (route: Route) => {
        const isReport = route.request().postData()?.includes('"report"') ?? false
        if (!isReport || lost > 0) return route.continue()
        lost += 1
        await route.fetch()
        return route.abort()
      }
      await openDoors(worker)
      await worker.page.route('**/call/hazard', loseFirstAnswer)
      await worker.tap('现在发送')
      await worker.sees('已送达')
      expect(lost).toBe(1)
      const [report, ...more] = await reports()
      expect(more).toEqual([])
      expect(report?.photos).toHaveLength(1)
      await worker.page.goto(`${stage.cloud().url}/#/packages/hazard/mine`)
      // The queue names it too while it is still on screen; only the list's row can be pressed.
      const rows = worker.thing('button', new RegExp(words.slice(0, 10)))
      await rows.first().waitFor()
      expect(await rows.count()).toBe(1)
    },
    minute,
  )

  browserTest(
    'a booth that is no longer there is forgotten, and the visit goes on without one',
    async () => {
      const visitor = await stage.phoneOf({ openid: 'wx-visitor-of-last-year', name: '去年来过' })
      await visitor.sees('中心广场 3 号展台')
      await visitor.page.evaluate(() => {
        const at = new Date().toISOString()
        const gone = { data: { id: 'GoneGoneGoneGoneGoneGo', at } }
        localStorage.setItem('booth@wx-visitor-of-last-year', JSON.stringify(gone))
      })
      await visitor.page.goto(`${stage.cloud().url}/#/pages/quiz/index`)
      await visitor.page.reload()
      await visitor.sees('用电安全')
      expect(stage.failures).toEqual([])
    },
    minute,
  )
})
