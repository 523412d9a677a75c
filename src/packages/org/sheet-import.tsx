import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SheetKind, SheetReport } from 'types/org-imports'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { useOfficeSheet, useSaveSheet, useSheet, useTemplate } from '@/features/office/register/sheet-api'
import { SheetReportView, SimilarNames } from '@/features/office/register/sheet-report'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'

const titles: Record<SheetKind, string> = { enterprises: '导入企业', nodes: '导入组织' }

const rules: Record<SheetKind, readonly string[]> = {
  enterprises: [
    'xlsx 或 csv 文件，一行一家企业，最多 5,000 行；必须有“企业名称”一列。',
    '“是/否”可以写 √ 或 ×，数字带“人”字也能读，表头可以有两行。',
    '写了“所属工会”就登记在那个工会名下，没写就登记在这里选的工会。',
    '再次导入按信用代码或名称更新，空着的格子不改。',
  ],
  nodes: [
    'xlsx 或 csv 文件，一行一个组织，最多 5,000 行；必须有“名称”和“类型”两列。',
    '“上级”空着就建在这里选的工会下面；上级也可以是表格里的另一行，先后不限。',
    '已有的组织不会重复建。',
  ],
}

const Rules = ({ kind, nodeName }: { kind: SheetKind; nodeName: string }) => {
  const template = useTemplate()
  return (
    <Card>
      <View className="stack-s">
        <View className="title">{`导入到：${nodeName}`}</View>
        {rules[kind].map((rule) => (
          <View key={rule}>{rule}</View>
        ))}
        <View className="note">先逐行检查，有一行看不懂就什么都不改；检查过了您再点导入。</View>
        <Button kind="ghost" icon="download" loading={template.isPending} onPress={() => template.mutate(kind)}>
          下载空白模板
        </Button>
      </View>
    </Card>
  )
}

type SaveProps = { title: string; report: SheetReport; onAgain: () => void }

const footerOf = (report: SheetReport, count: number, saving: boolean, save: () => void, onAgain: () => void) => {
  if (report.state === 'saved' || report.state === 'saving') return <Button onPress={goBack}>完成</Button>
  if (report.state === 'stopped' || report.rejected > 0 || (count === 0 && report.similar.length === 0))
    return <Button onPress={onAgain}>换一个文件</Button>
  return (
    <Button loading={saving} onPress={save}>
      {count > 0 ? `导入 ${count} 行` : '请先勾选要新增的'}
    </Button>
  )
}

const SaveStep = ({ title, report: checked, onAgain }: SaveProps) => {
  const save = useSaveSheet()
  const [take, setTake] = useState<number[]>([])
  const followed = useSheet(checked.id, save.isSuccess)
  const report = followed.data ?? save.data ?? checked
  const count = checked.fresh + checked.changed + take.length
  const start = () => {
    if (count > 0) save.mutate({ id: checked.id, version: checked.version, take })
  }
  const isOpen = report.state === 'checked' && report.rejected === 0
  return (
    <Page
      title={title}
      wide
      footer={<View className="office-act">{footerOf(report, count, save.isPending, start, onAgain)}</View>}
    >
      <View className="office-form">
        <SheetReportView report={report} />
        {isOpen && report.similar.length > 0 && <SimilarNames report={report} take={take} onTake={setTake} />}
        {save.error && <Card tone="red">{sentenceOf(save.error)}</Card>}
        {isOpen && (
          <Button kind="quiet" onPress={onAgain}>
            换一个文件
          </Button>
        )}
      </View>
    </Page>
  )
}

const Import = ({ seat }: { seat: Seat }) => {
  const kind: SheetKind = useQueryParam('kind') === 'nodes' ? 'nodes' : 'enterprises'
  const nodeId = useQueryParam('parent') ?? seat.nodeId
  const nodeName = useQueryParam('name') ?? seat.nodeName
  const check = useOfficeSheet({ nodeId, kind })
  const title = titles[kind]
  if (check.data) return <SaveStep key={check.data.id} title={title} report={check.data} onAgain={check.reset} />
  return (
    <Page
      title={title}
      wide
      footer={
        <View className="office-act">
          <Button icon="upload" loading={check.isPending} onPress={() => void check.choose()}>
            选择表格并检查
          </Button>
        </View>
      }
    >
      <View className="office-form">
        <Rules kind={kind} nodeName={nodeName} />
        {check.error && <Card tone="red">{sentenceOf(check.error)}</Card>}
      </View>
    </Page>
  )
}

/** Enterprises or unions from a table: looked over row by row, then taken in. */
const SheetImportPage = () => <WithSeat title="导入表格">{(seat) => <Import key={seat.id} seat={seat} />}</WithSeat>

export default SheetImportPage
