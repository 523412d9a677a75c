// The paper form (附件1) and the six steps (附件2) against the contract, the pages as shipped and the printed document.
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { idCardCheckCharacter } from 'types/id-card'
import { handOn } from '../../h5/walks/hand'
import { jpegPhoto } from '../../h5/walks/photo'
import { openBrowser, openWindow } from '../../support/browser'
import { startCloud } from '../../support/cloud'
import { figure } from '../../support/figure'
import { compareFields, compareSteps, isWhole, wordsOf } from '../../support/paper-form'

const digits = '90012319900307421'
const number = digits + idCardCheckCharacter(digits)

type Hand = ReturnType<typeof handOn>

const sign = async ({ page, thing }: Hand) => {
  const board = thing('img', /^签名框/).first()
  await board.scrollIntoViewIfNeeded()
  const box = await board.boundingBox()
  if (!box) throw new Error('no board to sign on')
  for (const part of [0.2, 0.4, 0.6]) {
    await page.mouse.move(box.x + box.width * part, box.y + box.height * 0.2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * (part + 0.1), box.y + box.height * 0.8, { steps: 12 })
    await page.mouse.up()
  }
}

const addPortrait = async (hand: Hand) => {
  const opened = hand.page.waitForEvent('filechooser')
  await hand.tap('拍照或选照片')
  await hand.tap('同意并继续')
  await (await opened).setFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: jpegPhoto() })
  await hand.tap('用这张')
  await hand.sees('换一张')
}

const fillings: readonly ((hand: Hand) => Promise<void>)[] = [
  async (hand) => {
    for (let at = 0; at < 5; at += 1) await hand.thing('radio', '是').nth(at).tap()
  },
  async (hand) => {
    await hand.type('姓名', '蓝小雨')
    await hand.type('身份证号', number)
    await hand.type('联系电话', '19900000001')
    await addPortrait(hand)
  },
  async (hand) => {
    await hand.type('籍贯', '云州青泽')
    for (const choice of ['群众', '大专', '健康']) await hand.tap(choice, 'radio')
  },
  async (hand) => {
    await hand.type('工作单位', '泽能机械')
    await hand.type('部门及职务', '二车间 电工')
    await hand.tap(/^审核工会/)
    await hand.type('搜工会', '东原')
    await hand.tap('东原区总工会', 'radio')
  },
  (hand) => hand.tap('电工', 'checkbox'),
  async (hand) => {
    await sign(hand)
    for (const box of [/^我已阅读/, /^单独同意处理身份证号/, /^单独同意处理健康状况/, /^单独同意处理照片/])
      await hand.tap(box, 'checkbox')
  },
]

/** Fills the form in as a person does. @returns the words of all its pages, and the printed document */
const walk = async (hand: Hand) => {
  const seen: string[] = []
  for (const [step, fill] of fillings.entries()) {
    await hand.sees(`第 ${step + 1} 步`)
    await fill(hand)
    seen.push(await hand.text())
    await hand.tap(step === fillings.length - 1 ? '提交申请' : '下一步')
  }
  await hand.sees('交上去的照片和签名')
  const saved = hand.page.waitForEvent('download')
  await hand.tap('打印申请表')
  await hand.tap('含完整身份证号')
  const parts = unzipSync(readFileSync(await (await saved).path()))
  const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/')).length
  const document = wordsOf(Buffer.from(parts['word/document.xml'] as Uint8Array).toString('utf8'))
  return { page: seen.join('\n'), document, pictures }
}

const main = async () => {
  const cloud = await startCloud({ seed: true, env: 'config/local.env' })
  const browser = await openBrowser()
  try {
    const page = await openWindow(browser)
    page.setDefaultTimeout(30_000)
    await page.goto(`${cloud.url}/#/packages/volunteer/apply`)
    const found = await walk(handOn(page))
    // Where the photograph is, the word for it is not printed.
    const rows = compareFields(found.page, found.document + (found.pictures > 0 ? '照片' : ''))
    for (const row of rows)
      process.stdout.write(`  ${row.label}: contract ${row.contract}; page ${row.page}; document ${row.document}\n`)
    const steps = compareSteps()
    for (const { no, text, entries, missing } of steps)
      process.stdout.write(
        `  步骤${no} ${text}: ${entries.join(', ')}${missing.length > 0 ? `; missing ${missing.join(', ')}` : ''}\n`,
      )
    const fields = rows.filter((row) => !isWhole(row)).length
    const gone = steps.filter(({ missing }) => missing.length > 0).length
    figure('fields of the paper form missing', `${fields} of ${rows.length}`, 'goal 0', fields === 0)
    figure('steps of recruiting missing', `${gone} of ${steps.length}`, 'goal 0', gone === 0)
    figure(
      'pictures on the printed form',
      `${found.pictures}`,
      'goal 2: photograph and signature',
      found.pictures === 2,
    )
    const asked = ['性别', '出生日期'].filter((label) => new RegExp(`请填写${label}|请选择${label}`).test(found.page))
    figure('questions whose answer the ID number gives', `${asked.length}`, 'goal 0', asked.length === 0)
  } finally {
    await browser.close()
    await cloud.stop()
  }
}

void main()
