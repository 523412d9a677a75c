import { AppError } from 'types/app-error'
import { formatDate } from 'types/calendar'
import type { Addressee, letterEntries } from 'types/hazard-letter'
import { findLaw, nameOfLaw } from 'types/hazard-letter-laws'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import { writeLetter, type OfficeLetter } from '../../kit/letter-write'
import type { Handler } from '../../kit/serve'
import type { LetterDoc } from './letter'

const basisOf = ({ laws }: LetterDoc) =>
  laws
    .flatMap((id) => findLaw(id) ?? [])
    .map((basis) => `${nameOfLaw(basis)}“${basis.phrase}”`)
    .join('；')

const heading = (text: string) => ({ text, heading: true })

const answerBy = ({ replyDueAt, replyDays }: LetterDoc) =>
  replyDueAt ? `于${formatDate(replyDueAt)}前` : `自收到本函之日起${replyDays}日内`

const toEnterprise = (doc: LetterDoc): OfficeLetter => ({
  ...{ issuer: doc.issuer.name, number: doc.number ?? '（草稿，未编号）', title: doc.title, to: doc.to },
  body: [
    ...[heading('一、反映的问题'), { text: doc.facts }],
    ...[heading('二、依据'), { text: `${basisOf(doc)}。` }],
    ...[heading('三、建议'), { text: doc.suggestion }],
    ...[heading('四、答复'), { text: `请你单位及时研究，${answerBy(doc)}将处理情况书面答复我会。` }],
  ],
  ...{ signer: doc.issuer.name, signedOn: formatDate(doc.sent?.at ?? doc.createdAt) },
  notes: ['回执：本函已收到。', '收件人（签字）：　　　　　　日期：　　年　　月　　日'],
})

const whyReferred = ({ refusal, replyDueAt }: LetterDoc) =>
  refusal
    ? `该单位于${formatDate(refusal.at)}表示：${refusal.words}`
    : `截至${formatDate(replyDueAt ?? new Date(0))}，该单位没有答复。`

const toAuthority = (doc: LetterDoc, copy: Addressee): OfficeLetter => {
  const { referral } = doc
  if (!referral) throw new AppError('NOT_ALLOWED_NOW', { message: '还没有提请，不能打印提请函。' })
  const sentOn = formatDate(doc.sent?.at ?? doc.createdAt)
  return {
    ...{ issuer: doc.issuer.name, number: doc.number ?? '', to: referral[copy].to },
    title: `关于提请督促${doc.to}整改隐患的函`,
    body: [
      ...[heading('一、反映的问题'), { text: doc.facts }],
      ...[
        heading('二、建议与答复情况'),
        { text: `我会于${sentOn}向${doc.to}发出${doc.number ?? ''}建议函，建议如下：` },
      ],
      ...[{ text: doc.suggestion }, { text: whyReferred(doc) }],
      ...[heading('三、提请事项'), { text: referral.reason }, { text: '请予督促，并将收件编号告知我会。' }],
    ],
    ...{ signer: doc.issuer.name, signedOn: formatDate(referral.at), notes: [`附件：${doc.number ?? ''}建议函`] },
  }
}

/** The letter, or the referral to one of its two addressees, as a Word document; the same words make the same file name. */
export const printLetter: Handler<(typeof letterEntries)['printLetter'], LetterDoc> = async (
  { copy },
  { subject: doc },
) => {
  const paper = copy === 'enterprise' ? toEnterprise(doc) : toAuthority(doc, copy)
  const cloudPath = `letter/${doc._id}/${copy}-${doc.version}.docx`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent: await writeLetter(paper) })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return { fileName: `${doc.number ?? '草稿'} ${paper.title}.docx`, url }
}
