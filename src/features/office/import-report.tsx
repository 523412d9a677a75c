import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Stat } from '@/components/stat'
import type { ImportReport } from './bank/bank-api'
import './office.scss'
import { RowErrors } from './row-errors'

const verdict = ({ state, good, flagged, errors, alike }: ImportReport): string => {
  if (state === 'saved')
    return flagged > 0
      ? `已导入 ${good} 题，其中 ${flagged} 题要先在“题库与核对”里核对才会抽到。`
      : `已导入 ${good} 题。`
  if (good === 0 && alike > 0) return `没有全新的题；有 ${alike} 题和题库里的很像，勾选后才会导入。`
  if (good === 0)
    return errors.length > 0 ? '没有可以导入的题，请按下面的提示改好表格再上传。' : '题库里都已经有这些题了，无需导入。'
  return errors.length > 0
    ? `有 ${good} 题可以导入；有问题的行会跳过，也可以改好表格再上传。`
    : `${good} 题都可以导入。`
}

/** What the sheet holds, and row by row what is wrong with it. */
export const ImportReportView = ({ report }: { report: ImportReport }) => (
  <>
    <Card tone={report.good > 0 ? 'green' : 'amber'}>
      <View className="strong">{verdict(report)}</View>
      <View className="text-m">{report.file}</View>
    </Card>
    <View className="office-stats">
      <Stat value={report.read} label="读到的行" />
      <Stat value={report.good} label={report.state === 'saved' ? '已导入' : '可导入'} />
      <Stat value={report.duplicates} label="已有的题" />
      <Stat value={report.alike} label="很像的题" />
      <Stat value={report.rejected} label="有问题的行" tone="red" />
    </View>
    <RowErrors errors={report.errors} />
  </>
)
