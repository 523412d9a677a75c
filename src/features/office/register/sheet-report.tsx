import { View } from '@tarojs/components'
import type { SheetReport } from 'types/org-imports'
import { Card } from '@/components/card'
import { CheckRow } from '@/components/checkbox-field'
import { Progress } from '@/components/progress'
import { Stat } from '@/components/stat'
import { RowErrors } from '../row-errors'

const verdict = ({ state, rejected, fresh, changed, alike, done, message }: SheetReport): string => {
  if (state === 'saved') return `已导入 ${done} 行。`
  if (state === 'stopped') return message ?? '没有导完，请重新检查后再导入。'
  if (state === 'saving') return '正在导入，可以先去忙别的，回来再看。'
  if (rejected > 0) return '有看不懂的行，请按下面的提示改好再上传。这次没有改动任何数据。'
  if (fresh + changed > 0) return `可以导入：新增 ${fresh} 行，修改 ${changed} 行。`
  return alike > 0 ? '没有全新的内容；名称很像的，勾选后才会新增。' : '表格里的内容都已在册，无需导入。'
}

const toneOf = ({ state, rejected }: SheetReport) =>
  state === 'stopped' || (state === 'checked' && rejected > 0) ? 'amber' : 'green'

/** What a sheet holds, and row by row what is wrong with it. */
export const SheetReportView = ({ report }: { report: SheetReport }) => (
  <>
    <Card tone={toneOf(report)}>
      <View className="stack-s">
        <View className="strong">{verdict(report)}</View>
        <View className="text-m">{report.file}</View>
        {report.state === 'saving' && (
          <>
            <Progress value={report.done / Math.max(1, report.total)} tone="green" label="导入进度" />
            <View className="note">{`${report.done} / ${report.total} 行`}</View>
          </>
        )}
      </View>
    </Card>
    <View className="office-stats">
      <Stat value={report.read} label="读到的行" />
      <Stat value={report.fresh} label="新增" />
      <Stat value={report.changed} label="修改" />
      <Stat value={report.same} label="没有变化" />
      <Stat value={report.alike} label="名称很像" />
      <Stat value={report.rejected} label="有问题的行" tone="red" />
    </View>
    <RowErrors errors={report.errors} />
  </>
)

type SimilarProps = { report: SheetReport; take: readonly number[]; onTake: (rows: number[]) => void }

/** Names nearly like one that is registered: each is left out unless somebody says that it is another. */
export const SimilarNames = ({ report: { similar }, take, onTake }: SimilarProps) => (
  <Card>
    <View className="stack-s">
      <View className="title">名称很像，是不是同一家？</View>
      <View className="text-m">不勾选就不新增；确实是另一家的请勾选。</View>
      {similar.map(({ row, name, other }) => (
        <CheckRow
          key={row}
          on={take.includes(row)}
          onChange={(on) => onTake(on ? [...take, row] : take.filter((one) => one !== row))}
        >
          <View>{`第 ${row} 行：${name}`}</View>
          <View className="note">{`已有：${other}`}</View>
        </CheckRow>
      ))}
    </View>
  </Card>
)
