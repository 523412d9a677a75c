import { View } from '@tarojs/components'
import { exportHours, exportMachine, type SheetJob } from 'types/hazard-export'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { StateTag } from '@/components/tag'
import { showAgo } from '@/lib/clock'
import { openDocument } from '@/lib/open-document'
import { sentenceOf } from '@/lib/query-client'
import { useExportSheet, useMySheets, type SheetWanted } from './api'

const empty = <Empty icon="download" title="还没有导出过表格" detail="点上面的按钮，几秒到几分钟后在这里打开。" />

const Volumes = ({ sheet }: { sheet: SheetJob }) => (
  <>
    {sheet.volumes.map(({ fileName, url, rows }, index) => (
      <ListRow
        key={url}
        icon="download"
        tone="green"
        title={sheet.volumes.length > 1 ? `第 ${index + 1} 册，${rows} 行` : `打开，共 ${rows} 行`}
        onPress={() => void openDocument(url, fileName)}
      />
    ))}
  </>
)

const Job = ({ sheet }: { sheet: SheetJob }) => (
  <ListGroup>
    <ListRow
      title={sheet.title}
      detail={sheet.state === 'working' ? `已写 ${sheet.rows} 行，可以先去做别的` : showAgo(sheet.at)}
      value={<StateTag state={exportMachine.states[sheet.state]} />}
    />
    {sheet.state === 'ready' && <Volumes sheet={sheet} />}
  </ListGroup>
)

type Props = { open: boolean; wanted: SheetWanted; onClose: () => void }

const Opened = ({ wanted }: Pick<Props, 'wanted'>) => {
  const asking = useExportSheet()
  const mine = useMySheets()
  return (
    <View className="stack">
      <Button icon="download" loading={asking.isPending} onPress={() => asking.mutate(wanted)}>
        按现在的条件导出
      </Button>
      {asking.error && <View className="ink-red">{sentenceOf(asking.error)}</View>}
      <View className="note">表里没有上报人。导出会记入操作记录，{exportHours} 小时后自动删除；超过 5000 行分册。</View>
      <QueryView query={mine} isEmpty={({ items }) => items.length === 0} empty={empty}>
        {({ items }) => (
          <View className="stack">
            {items.map((sheet) => (
              <Job key={sheet.id} sheet={sheet} />
            ))}
          </View>
        )}
      </QueryView>
    </View>
  )
}

/** Asks for a sheet of what is on the page, and opens those that are done. */
export const SheetsSheet = ({ open, wanted, onClose }: Props) => (
  <Sheet open={open} title="导出表格" onClose={onClose}>
    {open && <Opened wanted={wanted} />}
  </Sheet>
)
