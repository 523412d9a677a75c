import { unzipSync } from 'fflate'
import { encode } from 'jpeg-js'
import { shippedLabels } from 'types/labels'
import { paperFields, paperSteps } from 'types/volunteer-paper-form'
import { writeForm } from '../../../cloudfunctions/kit/form-write'
import { layOutForm, type Sheet } from '../../../cloudfunctions/volunteer/apply/form-layout'
import { beyondPaper, compareFields, compareSteps, wordsOf } from '../../support/paper-form'

const at = new Date('2026-06-10T02:00:00.000Z')
const opinion = (words: string, unit: string, approved = true) => ({
  ...{ by: 'p', name: '方若谷', words, unit, at, approved },
})
const photo = encode({ width: 25, height: 35, data: Buffer.alloc(25 * 35 * 4, 90) }, 80).data
const sheet = (change: object = {}): Sheet =>
  ({
    doc: {
      ...{ specialties: ['electrician', 'other'], submittedAt: at, node: { id: 'n', name: '东澜区总工会' } },
      ...{
        unionOpinion: opinion('同意推荐。', '东澜区总工会'),
        regulatorOpinion: opinion('请补证书。', '东澜区应急管理局', false),
      },
    },
    personal: {
      ...{
        name: '柳青',
        sex: 'male',
        birthDate: '1985-03-09',
        ethnicity: '汉族',
        nativePlace: '云州',
        political: 'masses',
      },
      ...{ education: 'college', wechat: null, unit: '泽能机械', post: '电工', otherSpecialty: '起重机械' },
      ...{
        experience: '低压电工作业证 <b>&\n八年',
        signature: '柳青',
        papers: { certificates: [{ fileId: 'x', name: '电工证' }] },
      },
    },
    ...{
      city: '安州市',
      idCard: '990***********0011',
      phone: '139****0001',
      health: 'good',
      mark: '身份证号和电话已遮挡',
    },
    ...{ photo, signature: null, labels: shippedLabels, ...change },
  }) as unknown as Sheet
const partsOf = async (filled: Sheet) => {
  const parts = unzipSync(await writeForm(layOutForm(filled)))
  return { parts, xml: Buffer.from(parts['word/document.xml'] as Uint8Array).toString('utf8') }
}

test('every field of the paper form stands in the contract and on the printed one; every step has its entries', async () => {
  const { xml } = await partsOf(sheet())
  const rows = compareFields('', wordsOf(xml))
  expect(rows).toHaveLength(paperFields.length)
  expect(rows.filter(({ contract }) => contract !== 'there')).toEqual([])
  expect(rows.filter(({ document }) => document !== 'there')).toEqual([])
  expect(compareSteps().filter(({ missing }) => missing.length > 0)).toEqual([])
  expect(paperSteps.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6])
})

test('nothing is asked that the ID number says, and what stands on no paper is known by name', () => {
  expect(beyondPaper().sort()).toEqual(
    [...['fit', 'frontLine', 'generalVolunteer', 'lawAbiding', 'nodeId', 'unionMember', 'unitId', 'versed']].sort(),
  )
})

test('two sides of A4, ticks and the photograph; what was typed is text, never markup', async () => {
  const { parts, xml } = await partsOf(sheet())
  expect(xml.match(/<w:pgSz w:w="11906" w:h="16838"/g)).toHaveLength(2)
  expect(xml.match(/<w:tbl>/g)).toHaveLength(2)
  const words = wordsOf(xml)
  expect(words).toContain('☑电工')
  expect(words).toContain('□燃气')
  expect(words).toContain('☑其他：起重机械')
  expect(xml).toContain('低压电工作业证 &lt;b&gt;&amp;')
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/') && name.endsWith('.jpg'))).toHaveLength(1)
})

test('an opinion that agreed stands with its unit and day; one that asked for more leaves its place blank', async () => {
  const words = wordsOf((await partsOf(sheet())).xml)
  expect(words).toContain('同意推荐。东澜区总工会（单位盖章）')
  expect(words).not.toContain('请补证书')
  expect(words.match(/2026年6月10日/g)).toHaveLength(2)
  expect(words).toContain('申请人签字：柳青（键入）')
})
