import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { MyData } from 'types/volunteer-privacy'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { showTime } from '@/lib/clock'
import { handOverFile } from '@/lib/hand-over-file'
import { openPage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { CorrectionSheet } from './correction-sheet'
import { EraseSheet } from './erase-sheet'
import { useCopyMyData, useDropCorrection } from './privacy-api'

const Waiting = ({ data }: { data: MyData }) => {
  const dropping = useDropCorrection()
  const { correction } = data
  if (!correction) return null
  const drop = () =>
    dropping.mutate({ id: data.id, version: data.version }, { onSuccess: () => showToast('更正申请已撤回', 'good') })
  return (
    <Card tone="amber">
      <View className="stack-s">
        <View className="strong">更正申请等工会答复</View>
        <View>{correction.fields.join('、')}</View>
        <View className="note">
          {showTime(correction.at)} · {correction.reason}
        </View>
        <Button small kind="ghost" loading={dropping.isPending} onPress={drop}>
          撤回更正
        </Button>
      </View>
    </Card>
  )
}

const whyNoCorrection = ({ state, correction }: MyData) =>
  correction ? '上一次更正还在等答复' : state === 'enrolled' ? undefined : '审核中的申请，退回补充时可以改'

/** What I may do with what is kept of me. */
export const Rights = ({ data }: { data: MyData }) => {
  const [open, setOpen] = useState<'correct' | 'erase'>()
  const close = useCallback(() => setOpen(undefined), [])
  const copying = useCopyMyData()
  const copy = () =>
    copying.mutate(
      { id: data.id },
      {
        onSuccess: ({ url, fileName }) => void handOverFile(url, fileName),
        onError: (error) => showToast(sentenceOf(error), 'bad'),
      },
    )
  return (
    <View className="stack">
      <Waiting data={data} />
      <ListGroup title="您可以">
        <ListRow
          icon="eye"
          tone="blue"
          title="谁看过我的完整号码"
          onPress={() => openPage(routes.volunteerWhoLooked)}
        />
        <ListRow
          icon="edit"
          title="申请更正"
          detail={whyNoCorrection(data) ?? '受理工会核对后生效'}
          onPress={data.mayCorrect ? () => setOpen('correct') : undefined}
        />
        <ListRow
          icon="download"
          title={copying.isPending ? '正在导出…' : '导出我的资料'}
          detail="含完整号码，文件一小时后删除"
          onPress={copy}
        />
        <ListRow
          icon="trash"
          tone="red"
          title="撤回同意并删除"
          detail="立即删除，不再是志愿者"
          onPress={() => setOpen('erase')}
        />
      </ListGroup>
      {open === 'correct' && <CorrectionSheet data={data} onClose={close} />}
      {open === 'erase' && <EraseSheet data={data} onClose={close} />}
    </View>
  )
}
