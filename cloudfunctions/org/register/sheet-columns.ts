import type { EnterpriseDoc } from '../documents'
import type { FormColumn } from '../../kit/sheet-write'

const yes = (value: boolean) => (value ? '是' : '否')

/** The register as a sheet: the titles an import reads, so that what was exported can be corrected and taken in again. */
export const registerColumns: readonly FormColumn<EnterpriseDoc>[] = [
  { title: '序号', width: 6, cell: (_, index) => index + 1 },
  { title: '企业名称', width: 30, cell: ({ name }) => name },
  { title: '统一社会信用代码', width: 21, cell: ({ code }) => code ?? '' },
  { title: '所属工会', width: 24, cell: ({ nodeName }) => nodeName },
  { title: '行业', width: 12, cell: ({ industry }) => industry },
  { title: '职工人数', width: 9, cell: ({ workers }) => workers },
  { title: '班组数', width: 8, cell: ({ teams }) => teams },
  { title: '劳务派遣人数', width: 9, cell: ({ dispatched }) => dispatched ?? 0 },
  { title: '新就业形态人数', width: 9, cell: ({ newForms }) => newForms ?? 0 },
  { title: '已建工会', width: 8, align: 'center', cell: ({ hasUnion }) => yes(hasUnion) },
  { title: '高危', width: 7, align: 'center', cell: ({ flags }) => yes(flags.highRisk) },
  { title: '非公', width: 7, align: 'center', cell: ({ flags }) => yes(flags.nonPublic) },
  { title: '中小微', width: 8, align: 'center', cell: ({ flags }) => yes(flags.small) },
  { title: '地址', width: 26, cell: ({ address }) => address ?? '' },
  { title: '联系岗位', width: 14, cell: ({ contactPost }) => contactPost ?? '' },
  { title: '联系电话', width: 15, cell: ({ contactPhone }) => contactPhone ?? '' },
]
