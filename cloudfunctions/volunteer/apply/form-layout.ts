import { formatDate } from 'types/calendar'
import type { Labels } from 'types/labels'
import { educationLabels, healthLabels, politicalLabels, sexLabels, specialtyLabels } from 'types/volunteer-form'
import { photoShape } from 'types/volunteer-papers'
import type { FormCell, FormLine, FormPicture, PaperForm } from '../../kit/form-write'
import type { ApplicationDoc, Personal, StoredOpinion } from '../documents'

/** What the sheet says beside the document: numbers whole or masked, the pictures, whose city it is. */
export type Sheet = {
  doc: ApplicationDoc
  personal: Personal
  /** `青泽市`. */
  city: string
  labels: Pick<Labels, 'paperRegulator' | 'paperBureau'>
  idCard: string
  phone: string
  health: keyof typeof healthLabels
  photo: Buffer | null
  signature: Buffer | null
  /** Stands at the head of every page; empty for a masked sheet. */
  mark: string
}

const label = (text: string): FormCell => ({ lines: [{ text, align: 'center' }] })
const value = (text: string | null, columns = 1): FormCell => ({
  ...{ columns, lines: [{ text: text ?? '', align: columns > 1 ? 'left' : 'center' }] },
})
const wide = (name: string, text: string | null) => ({ height: 13, cells: [label(name), value(text, 4)] })

const ticksOf = ({ specialties }: ApplicationDoc, { otherSpecialty }: Personal): FormLine[] => {
  const tick = ([key, name]: [string, string]) => `${specialties.some((one) => one === key) ? '☑' : '□'}${name}`
  const ticks = Object.entries(specialtyLabels).map(tick)
  const last = otherSpecialty ? `：${otherSpecialty}` : ''
  return [{ text: ticks.slice(0, 4).join('　　') }, { text: `${ticks.slice(4).join('　　')}${last}` }]
}

const photoOf = (photo: Buffer | null): FormLine[] =>
  photo
    ? [{ picture: { bytes: photo, ...photoShape }, align: 'center' }]
    : [
        { text: '照', align: 'center' },
        { text: '片', align: 'center' },
      ]

const experienceOf = ({ experience, papers }: Personal): FormLine[] => {
  const names = (papers?.certificates ?? []).map(({ name }) => name)
  return [
    ...(experience ? [{ text: experience }] : []),
    ...(names.length > 0 ? [{ text: `证书照片 ${names.length} 张：${names.join('、')}`, above: 6 }] : []),
  ]
}

const front = ({ doc, personal, city, idCard, phone, health, photo }: Sheet): PaperForm['pages'][number] => {
  const born = formatDate(new Date(`${personal.birthDate}T00:00:00+08:00`))
  const pair = (left: string, one: string, right: string, two: string, more: FormCell[] = []) => ({
    height: 13,
    cells: [label(left), value(one), label(right), value(two), ...more],
  })
  return {
    title: `${city}安全生产社会监督职工志愿者申请表（正面）`,
    columns: [28, 38, 28, 36, 34],
    rows: [
      pair('姓　名', personal.name, '性　别', sexLabels[personal.sex], [{ rows: 4, lines: photoOf(photo) }]),
      pair('民　族', personal.ethnicity, '籍　贯', personal.nativePlace),
      pair('出生日期', born, '政治面貌', politicalLabels[personal.political]),
      pair('学　历', educationLabels[personal.education], '健康状况', healthLabels[health]),
      { height: 13, cells: [label('微　信'), value(personal.wechat), label('联系电话'), value(phone, 2)] },
      wide('身份证号', idCard),
      wide('工作单位', personal.unit),
      wide('部门及职务', personal.post),
      { height: 20, cells: [label('专业类别'), { columns: 4, lines: ticksOf(doc, personal) }] },
      {
        height: 100,
        cells: [
          label('安全生产或职业卫生相关学历、经历、证书等'),
          { columns: 4, place: 'top', lines: experienceOf(personal) },
        ],
      },
    ],
    notes: [],
  }
}

const pngSize = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })
const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47])

/** As wide as a signature is on paper, in the picture's own proportions. */
const signatureOf = (bytes: Buffer): FormPicture => {
  const { width, height } =
    bytes.length > 24 && bytes.subarray(0, 4).equals(pngHead) ? pngSize(bytes) : { width: 5, height: 2 }
  const scale = Math.min(45 / Math.max(1, width), 18 / Math.max(1, height))
  return { bytes, width: width * scale, height: height * scale }
}

const pledge =
  '　　我自愿申请成为安全生产社会监督职工志愿者，已阅读安全生产社会监督职工志愿者招募条件。我承诺履行志愿服务工作内容，所填写申请信息真实有效。'

const signed = ({ personal, signature }: Sheet): FormLine[] =>
  signature
    ? [
        { text: '申请人签字：　　　　　　　　', align: 'right', above: 12 },
        { picture: signatureOf(signature), align: 'right' },
      ]
    : [{ text: `申请人签字：${personal.signature}（键入）　　`, align: 'right', above: 30 }]

const blankDate = '　　年　　月　　日'

const opinionCell = (title: string, scope: string, opinion: StoredOpinion | null): FormCell => ({
  place: 'top',
  lines: [
    { text: `${title}：` },
    { text: `（${scope}）` },
    { text: opinion ? `　　${opinion.words}` : '', above: 10 },
    { text: opinion?.unit ?? '', align: 'right', above: 120 },
    { text: '（单位盖章）　　', align: 'right', above: 4 },
    { text: opinion ? formatDate(opinion.at) : blankDate, align: 'right', above: 4 },
  ],
})

const notesOf = ({ paperRegulator, paperBureau }: Sheet['labels']) => [
  '注：1.工会组织意见可由申报人工会关系所在区、街道（乡镇）或集团公司工会组织出具。',
  `2.${paperRegulator}意见可由区${paperBureau}或街道（乡镇）${paperRegulator}出具。`,
  `3.如申报人不是注册职工志愿者，由所在工会组织先统一录入职工志愿信息管理平台，成为职工志愿者后报送${paperRegulator}。`,
]

// An opinion of an earlier round that asked for more is no opinion of the form.
const agreed = (opinion: StoredOpinion | null) => (opinion?.approved ? opinion : null)

const back = (sheet: Sheet): PaperForm['pages'][number] => ({
  title: `${sheet.city}安全生产社会监督职工志愿者申请表（背面）`,
  columns: [81, 81],
  rows: [
    {
      height: 88,
      cells: [
        {
          columns: 2,
          lines: [
            { text: pledge },
            ...signed(sheet),
            { text: formatDate(sheet.doc.submittedAt), align: 'right', above: 8 },
          ],
        },
      ],
    },
    {
      height: 118,
      cells: [
        opinionCell('工会组织意见', '审核志愿者资格', agreed(sheet.doc.unionOpinion)),
        opinionCell(`${sheet.labels.paperRegulator}意见`, '审核专业性', agreed(sheet.doc.regulatorOpinion)),
      ],
    },
  ],
  notes: notesOf(sheet.labels),
})

/** The application on the two sides of the paper form (附件1), filled in. */
export const layOutForm = (sheet: Sheet): PaperForm => ({
  title: '安全生产社会监督职工志愿者申请表',
  creator: sheet.doc.node.name,
  mark: sheet.mark,
  pages: [front(sheet), back(sheet)],
})
