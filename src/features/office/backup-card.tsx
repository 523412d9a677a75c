import { View } from '@tarojs/components'
import { jobMachine } from 'types/desk'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import { copyText } from '@/lib/copy-text'
import { showNumber } from '@/lib/show-number'
import type { Backup } from './api'

/** One backup: how far it is, what it holds, and what a restore asks for. */
export const BackupCard = ({ backup }: { backup: Backup }) => {
  const { manifest } = backup
  return (
    <Card>
      <View className="stack-s">
        <View className="row-between">
          <View className="title">{showTime(backup.at)}</View>
          <StateTag state={jobMachine.states[backup.state]} />
        </View>
        <View>{`${showNumber(backup.documents)} 条记录 · ${showNumber(backup.files)} 个文件`}</View>
        {backup.message && <View className="text-m">{backup.message}</View>}
        <View className="note">{`${backup.by}发起`}</View>
        {manifest && (
          <Button kind="ghost" small onPress={() => void copyText(manifest, '清单编号')}>
            复制清单编号（恢复时要用）
          </Button>
        )}
      </View>
    </Card>
  )
}
