import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { FormPage } from '@/features/office/form-page'
import { Page } from '@/components/page'
import { TextField } from '@/components/text-field'
import { useSaveImport, useStarterBank, type ImportReport } from '@/features/office/bank/bank-api'
import { StarterRest } from '@/features/office/bank/starter-card'
import { SimilarRows } from '@/features/office/bank/similar-rows'
import { ImportReportView } from '@/features/office/import-report'
import type { Seat } from '@/features/session/seat-choice'
import { useSheetCheck } from '@/features/office/use-sheet-check'
import '@/features/office/office.scss'
import { goBack } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { WithSeat } from '@/features/session/with-seat'

const Rules = () => (
  <Card>
    <View className="stack-s">
      <View className="title">表格要求</View>
      <View>xlsx 或 csv 文件，第一行是列名，一行一题；json 题库也能读。</View>
      <View>必须有“题目”和“答案”两列；选项可以每个一列（选项A、选项B…），也可以都写在“选项”一列里。</View>
      <View>“题型”“解析”“条款”“分类”有就读，没有也行；缺“条款”的题先存着，在“题库与核对”里补上条款后才会抽到。</View>
      <View>在哪一级工会导入，就供这一级和下级的活动抽题。</View>
      <View className="note">不确定的地方会逐行告诉您，不会悄悄改动或导入。</View>
    </View>
  </Card>
)

const SaveStep = ({ report, onAgain }: { report: ImportReport; onAgain: () => void }) => {
  const form = useForm({ defaultValues: { law: '', lawVersion: '' } })
  const save = useSaveImport()
  const [take, setTake] = useState<number[]>([])
  const saved = save.data ?? (report.state === 'saved' ? report : null)
  if (saved || (report.good === 0 && report.similar.length === 0))
    return (
      <Page
        title="导入题库"
        wide
        footer={
          <View className="office-act">
            <Button onPress={saved ? goBack : onAgain}>{saved ? '完成' : '换一个文件'}</Button>
          </View>
        }
      >
        <View className="office-form">
          <ImportReportView report={saved ?? report} />
        </View>
      </Page>
    )
  return (
    <FormPage
      title="导入题库"
      form={form}
      command={save}
      confirmWord={`导入 ${report.good + take.length} 题`}
      onSubmit={(values) => save.mutate({ id: report.id, ...values, take })}
    >
      <ImportReportView report={report} />
      {report.similar.length > 0 && <SimilarRows report={report} take={take} onTake={setTake} />}
      <Card>
        <View className="stack">
          <TextField control={form.control} name="law" label="依据哪部法规" placeholder="例如 安全生产法" max={30} />
          <TextField control={form.control} name="lawVersion" label="法规版本" placeholder="例如 2021" max={10} />
        </View>
      </Card>
      <Button kind="quiet" onPress={onAgain}>
        换一个文件
      </Button>
    </FormPage>
  )
}

const Import = ({ seat }: { seat: Seat }) => {
  const [round, setRound] = useState(0)
  const check = useSheetCheck(seat.nodeId)
  const starter = useStarterBank(seat.nodeId).data
  const again = () => {
    check.reset()
    setRound(round + 1)
  }
  if (check.data) return <SaveStep key={round} report={check.data} onAgain={again} />
  return (
    <Page
      title="导入题库"
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
        {starter && <StarterRest nodeId={seat.nodeId} starter={starter} />}
        <Rules />
        {check.error && <Card tone="red">{sentenceOf(check.error)}</Card>}
      </View>
    </Page>
  )
}

/** Questions from any union's sheet: looked over row by row, then taken in. */
const BankImportPage = () => <WithSeat title="导入题库">{(seat) => <Import key={seat.id} seat={seat} />}</WithSeat>

export default BankImportPage
