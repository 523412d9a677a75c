import { AppError } from 'types/app-error'
import { formatSheetTime } from 'types/calendar'
import { gradeWord } from 'types/hazard-award'
import type { awardOfficeEntries } from 'types/hazard-award-office'
import { platform } from '../../kit/cloud'
import { tempUrls } from '../../kit/files'
import type { StoredGrant } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { writeSheet, type FormColumn } from '../../kit/sheet-write'
import type { AwardDoc, AwardPlace } from './award'
import { findKnown } from './award-store'
import { labelOf } from './propose'
import { isKept } from './view'

const numberOf = (place: AwardPlace, grants: readonly StoredGrant[]) =>
  isKept(place, grants) ? '（保密）' : (place.serial ?? place.code)

const unitOf = ({ masked, enterprise }: AwardPlace) => (masked ? (enterprise ?? '') : '')

const columnsOf = (grants: readonly StoredGrant[]): FormColumn<AwardPlace>[] => [
  { title: '名次', width: 6, cell: ({ seat }) => seat },
  { title: '获奖人', width: 24, cell: (place) => place.masked ?? labelOf(place) },
  { title: '所在单位', width: 22, cell: unitOf },
  { title: '隐患编号', width: 18, align: 'center', cell: (place) => numberOf(place, grants) },
  { title: '等级', width: 8, align: 'center', cell: gradeWord },
  { title: '奖金（元）', width: 11, cell: ({ reward }) => reward.money },
  { title: '奖品', width: 18, cell: ({ reward }) => reward.words },
  { title: '发放时间', width: 18, align: 'center', cell: ({ handed }) => (handed ? formatSheetTime(handed.at) : '') },
  { title: '发放人', width: 18, cell: ({ handed }) => handed?.by ?? '' },
  { title: '签字或领取码核对', width: 18, cell: () => '' },
]

const sumOf = (places: readonly AwardPlace[]) => places.reduce((sum, { reward }) => sum + (reward.money ?? 0), 0)

/** The sheet an auditor asks for: who got what, names masked, with the sum. */
export const awardSignOff: Handler<(typeof awardOfficeEntries)['awardSignOff'], AwardDoc> = async (
  _input,
  { subject: doc, caller },
) => {
  if (doc.state !== 'final') throw new AppError('NOT_ALLOWED_NOW', { message: '名单定稿后才能导出签收单。' })
  const grants = (await findKnown([caller.openid])).get(caller.openid)?.grants ?? caller.grants
  const handed = doc.places.filter((place) => place.handed !== null)
  const fileContent = await writeSheet({
    title: '隐患排查奖励发放签收单',
    subtitle: `${doc.node.name}　${doc.title}`,
    columns: columnsOf(grants),
    rows: doc.places,
    footer: [
      `合计 ${doc.places.length} 人，奖金 ${sumOf(doc.places)} 元；已发放 ${handed.length} 人，奖金 ${sumOf(handed)} 元。`,
      '经办人：　　　　　　　　　　复核人：　　　　　　　　　　工会（盖章）：',
    ],
  })
  const kept = doc.places.filter((place) => isKept(place, grants)).length
  const cloudPath = `award/${doc._id}/sign-off-${doc.version}${kept > 0 ? '-kept' : ''}.xlsx`
  const { fileID } = await platform.uploadFile({ cloudPath, fileContent })
  const url = (await tempUrls([fileID])).get(fileID)
  if (!url) throw new AppError('SERVICE_BUSY')
  return { fileName: `奖励签收单-${doc.title}.xlsx`, url, rows: doc.places.length }
}
