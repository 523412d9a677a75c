import { unzipSync } from 'fflate'
import { encode } from 'jpeg-js'
import type { ApplicationForm } from 'types/volunteer-form'
import type { ApplicationView } from 'types/volunteer-views'
import type * as z from 'types/zod'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { jpegWithPlace } from '../../support/factories/hazard'
import { testEnv } from '../../support/factories/quiz'
import { applicationId, cast, consent, form, idCard, nodeLines } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

type View = z.output<typeof ApplicationView>
type Papers = NonNullable<ApplicationForm['papers']>
type Printed = { fileName: string; url: string; version: number }

const now = '2026-06-10T02:00:00.000Z'
const hour = 3_600_000
const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  cloud = await fresh.open({ seed: seedFile([...nodeLines(), ...cast()]), env: testEnv, now })
})
afterAll(fresh.close)

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const upload = (name: string, file: string, content = jpegWithPlace()) =>
  cloud.upload(`application/${applicationId(name)}/${file}`, content, name)
/** A photo, a drawn signature and one certificate. */
const uploadAll = async (name: string): Promise<Papers> => ({
  photo: await upload(name, 'photo.jpg'),
  signature: await upload(name, 'sign.png', png),
  certificates: [{ fileId: await upload(name, 'one.jpg'), name: '低压电工作业证' }],
})
const withPhoto = () => ({ ...consent(), sensitive: ['id-card', 'health', 'photo'] })
const apply = (name: string, papers: Papers | undefined, birth: string, change: Partial<ApplicationForm> = {}) => {
  const filled = form({ name: '白云生', idCard: idCard(birth), papers, ...change })
  return cloud.call<View>('volunteer', 'apply', { _id: applicationId(name), form: filled, consent: withPhoto() }, name)
}
/** What lies in the storage of these. */
const lying = async (fileIds: readonly string[]): Promise<string[]> => {
  const list = fileIds.map((fileid) => ({ fileid, max_age: 600 }))
  const reply = (await cloud.admin({ action: 'storage.batchGetDownloadUrl', file_list: list })) as {
    data: { download_list: { fileID: string; tempFileURL: string }[] }
  }
  return reply.data.download_list.filter((one) => one.tempFileURL !== '').map((one) => one.fileID)
}
const read = async (url: string) => (await cloud.request(url)).body
const idsOf = ({ photo, signature, certificates }: Papers) => [
  photo,
  signature,
  ...certificates.map((one) => one.fileId),
]
const known = (papers: Papers) => idsOf(papers).filter((one) => one !== undefined)
const shownIds = ({ papers }: View) =>
  [papers?.photo, papers?.signature, ...(papers?.certificates ?? [])].flatMap((one) => (one ? [one.fileId] : []))
const doc = async (name: string) => (await rawDocuments(cloud, 'applications', { _id: applicationId(name) }))[0]
const printedXml = async ({ url }: Printed) => {
  const parts = unzipSync(await read(url))
  const textOf = (part: string) => Buffer.from(parts[part] as Uint8Array).toString('utf8')
  const heads = Object.keys(parts).filter((part) => part.startsWith('word/header'))
  return { body: textOf('word/document.xml'), head: heads.map(textOf).join(''), names: Object.keys(parts) }
}

describe('pictures of an application', () => {
  test('are kept as copies without place; the uploads go; only the applicant and reviewers of its stage see them', async () => {
    const papers = await uploadAll('kept')
    const view = await apply('kept', papers, '19700101')
    expect(await lying(known(papers))).toEqual([])
    expect(await lying(shownIds(view))).toHaveLength(3)
    const photo = await read(view.papers?.photo?.url ?? '')
    expect(photo.toString('latin1')).not.toContain('GPSLatitude')
    expect(view.papers?.certificates).toMatchObject([{ name: '低压电工作业证' }])
    const id = applicationId('kept')
    const seen = await cloud.call<View>('volunteer', 'detail', { id }, 'east-officer')
    expect(seen.papers?.photo?.fileId).toBe(view.papers?.photo?.fileId)
    for (const openid of ['west-officer', 'east-regulator', 'base-officer'])
      await expect(cloud.call('volunteer', 'detail', { id }, openid)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const mine = await cloud.call<{ application: View }>('volunteer', 'mine', {}, 'kept')
    expect(mine.application.papers?.signature?.url).not.toBe('')
  })

  test('a lost answer: the same pictures again are the same application', async () => {
    const papers = await uploadAll('lost')
    const first = await apply('lost', papers, '19700102')
    const again = await apply('lost', papers, '19700102')
    expect(shownIds(again)).toEqual(shownIds(first))
    expect(await lying(shownIds(first))).toHaveLength(3)
  })

  test.each<[string, (name: string) => Promise<Papers>, string, RegExp]>([
    [
      'an upload that never arrived',
      async (name) => ({
        ...(await uploadAll(name)),
        photo: `${(await upload(name, 'x.jpg')).replace('x.jpg', 'no.jpg')}`,
      }),
      'form.papers.photo',
      /照片没有上传成功/,
    ],
    [
      'a signature that is too large',
      async (name) => ({
        certificates: [],
        signature: await upload(name, 'sign.png', Buffer.concat([png, Buffer.alloc(310_000)])),
      }),
      'form.papers.signature',
      /签名太大了，请重新签名/,
    ],
    [
      'a text file for a photo',
      async (name) => ({ certificates: [], photo: await upload(name, 'photo.jpg', Buffer.from('no picture')) }),
      'form.papers.photo',
      /JPG/,
    ],
    [
      'somebody else’s file',
      async () => ({ certificates: [], photo: await upload('other-person', 'photo.jpg') }),
      'form.papers.photo',
      /没有上传成功/,
    ],
  ])('%s is refused in plain words, nothing is kept', async (title, papersOf, field, sentence) => {
    const name = `bad-${title.length}`
    const papers = await papersOf(name)
    const refused = apply(name, papers, '19700103')
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(refused.catch(({ fields }) => fields[field])).resolves.toMatch(sentence)
    expect(await doc(name)).toBeUndefined()
    const own = known(papers).filter((fileId) => fileId.includes(applicationId(name)))
    expect(await lying(own)).toEqual([])
  })

  test('while the storage does not answer nothing is lost: the same call goes through later', async () => {
    const papers = await uploadAll('busy')
    await cloud.fault({ target: 'storage', name: 'storage.batchGetDownloadUrl', mode: 'refuse', times: 3 })
    await expect(apply('busy', papers, '19700104')).rejects.toMatchObject({
      code: expect.stringMatching(/BUSY|INTERNAL/),
    })
    await cloud.clearFaults()
    expect(shownIds(await apply('busy', papers, '19700104'))).toHaveLength(3)
  })

  test('a refused application leaves no picture, and takes none of whoever has the number or the id', async () => {
    const first = await apply('owner', await uploadAll('owner'), '19700105')
    const papers = await uploadAll('rival')
    await expect(apply('rival', papers, '19700105')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await lying(known(papers))).toEqual([])
    const stolen = {
      _id: applicationId('owner'),
      form: form({
        idCard: idCard('19700106'),
        papers: { certificates: [], photo: await upload('owner', 'mine.jpg') },
      }),
      consent: withPhoto(),
    }
    await expect(cloud.call('volunteer', 'apply', stolen, 'thief')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await lying(shownIds(first))).toHaveLength(3)
  })

  test('a photo needs a consent of its own; number and health too', async () => {
    const papers = await uploadAll('silent')
    const filled = form({ idCard: idCard('19700107'), papers })
    for (const sensitive of [['id-card', 'health'], ['photo']]) {
      const input = { _id: applicationId('silent'), form: filled, consent: { ...consent(), sensitive } }
      const refused = cloud.call('volunteer', 'apply', input, 'silent')
      await expect(refused).rejects.toMatchObject({
        code: 'CONSENT_REQUIRED',
        message: expect.stringMatching(/单独勾选/),
      })
    }
  })

  test('the consent to the photo is withdrawn: it is gone at once, the rest stays', async () => {
    const view = await apply('shy', await uploadAll('shy'), '19700108')
    const input = { id: applicationId('shy'), version: view.version }
    const done = await cloud.call<{ version: number }>('volunteer', 'dropPhoto', input, 'shy')
    expect(await cloud.call('volunteer', 'dropPhoto', input, 'shy')).toEqual(done)
    expect(await lying(shownIds(view))).toEqual(shownIds(view).slice(1))
    const stored = JSON.stringify((await doc('shy'))?.consents)
    expect(stored).toMatch(/"sensitive":\["id-card","health"\]\}\]$/)
    const other = cloud.call('volunteer', 'dropPhoto', { ...input, version: done.version }, 'kept')
    await expect(other).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('returned and handed in again', () => {
  test('what stays is kept, what is new is cleaned, what is dropped goes', async () => {
    const view = await apply('again', await uploadAll('again'), '19700109')
    const id = applicationId('again')
    const opinion = '请补充证书照片。'
    const returning = { id, version: view.version, decision: 'return', opinion }
    const { version } = await cloud.call<{ version: number }>('volunteer', 'unionReview', returning, 'east-officer')
    const added = await upload('again', 'two.jpg')
    const kept = view.papers?.certificates[0]
    const papers: Papers = {
      signature: await upload('again', 'sign-2.png', png),
      certificates: [
        { fileId: kept?.fileId ?? '', name: kept?.name ?? '' },
        { fileId: added, name: '焊工证' },
      ],
    }
    const filled = { ...form({ papers }), idCard: undefined }
    const input = { id, version, form: filled, consent: consent() }
    const next = await cloud.call<View>('volunteer', 'resubmit', input, 'again')
    expect(next.papers?.photo).toBeNull()
    expect(next.papers?.certificates.map(({ name }) => name)).toEqual(['低压电工作业证', '焊工证'])
    expect(next.papers?.certificates[0]?.fileId).toBe(kept?.fileId)
    expect(await lying(shownIds(next))).toHaveLength(3)
    expect(await lying([view.papers?.photo?.fileId ?? '', view.papers?.signature?.fileId ?? '', added])).toEqual([])
    // The answer was lost: the same again.
    expect(shownIds(await cloud.call<View>('volunteer', 'resubmit', input, 'again'))).toEqual(shownIds(next))
    expect(await lying(shownIds(next))).toHaveLength(3)
  })
})

describe('the printed form', () => {
  const number = idCard('19700110')
  const print = (openid: string, action: string, input: object) =>
    cloud.call<Printed>('volunteer', action, { id: applicationId('print'), ...input }, openid)

  test('masked for both; whole numbers only for oneself or with a reason, marked and on record', async () => {
    const photo = encode({ width: 25, height: 35, data: Buffer.alloc(25 * 35 * 4, 120) }, 80).data
    const papers = { ...(await uploadAll('print')), photo: await upload('print', 'p.jpg', photo) }
    await apply('print', papers, '19700110')
    for (const [openid, action, input] of [
      ['print', 'printMine', { full: false }],
      ['east-officer', 'printForm', {}],
    ] as const) {
      const masked = await printedXml(await print(openid, action, input))
      expect(masked.body + masked.head).not.toContain(number)
      expect(masked.body).toContain('990***********')
      expect(masked.names.filter((part) => part.startsWith('word/media/'))).toHaveLength(2)
    }
    expect((await printedXml(await print('print', 'printMine', { full: true }))).body).toContain(number)
    const full = await printedXml(await print('east-officer', 'printForm', { reason: '办理实名登记' }))
    expect(full.body).toContain(number)
    expect(full.head).toMatch(/含完整身份证号.*东澜区总工会.*方若谷.*办理实名登记/s)
    const events = JSON.stringify((await doc('print'))?.events)
    expect(events).toContain('办理实名登记')
    for (const openid of ['west-officer', 'east-regulator'])
      await expect(print(openid, 'printForm', {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(print('kept', 'printMine', { full: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('goes after an hour, and with the pictures when the person is erased', async () => {
    const prints = async () => ((await doc('print'))?.prints ?? []) as { fileId: string }[]
    const early = (await prints()).map(({ fileId }) => fileId)
    expect(await lying(early)).toHaveLength(4)
    await cloud.clock({ now: new Date(Date.parse(now) + hour + 60_000).toISOString(), fire: 'volunteer' })
    await cloud.tick('volunteer')
    expect(await lying(early)).toEqual([])
    expect(await prints()).toEqual([])
    const mine = await cloud.call<{ application: View }>('volunteer', 'mine', {}, 'print')
    const { version } = await print('print', 'printMine', { full: true })
    const late = (await prints()).map(({ fileId }) => fileId)
    expect(await lying([...shownIds(mine.application), ...late])).toHaveLength(4)
    const asked = { id: applicationId('print'), version, confirm: '删除' }
    await cloud.call('volunteer', 'eraseVolunteer', asked, 'print')
    expect(await lying([...shownIds(mine.application), ...late])).toEqual([])
  })
})
