import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useBackups, useStartBackup } from '@/features/office/api'
import { BackupCard } from '@/features/office/backup-card'
import '@/features/office/office.scss'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

const nothing = <Empty icon="download" title="还没有备份过" detail="建议每月和换届前各备份一次。" />
const notHere = (
  <Empty icon="lock" title="备份由最上级工会的管理员办理" detail="您单位的数据已包含在其中，不用另外备份。" />
)

const StartButton = () => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const start = useStartBackup()
  const confirm = () =>
    start.mutate(
      {},
      {
        onSuccess: () => showToast('备份已开始，完成后这里会更新', 'good'),
        onError: (error) => showToast(sentenceOf(error), 'bad'),
        onSettled: close,
      },
    )
  return (
    <View className="office-act">
      <Button icon="download" onPress={() => setOpen(true)}>
        现在备份
      </Button>
      <ConfirmDialog
        open={open}
        title="备份全部数据？"
        confirmWord="开始备份"
        loading={start.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        要几分钟，期间照常使用，通知会晚几分钟发出。
      </ConfirmDialog>
    </View>
  )
}

const Backups = () => {
  const backups = useBackups()
  // Whoever is not of the root is told there is nothing.
  const isForbidden = backups.error instanceof AppError && ['FORBIDDEN', 'NOT_FOUND'].includes(backups.error.code)
  return (
    <Page title="备份" wide footer={isForbidden ? undefined : <StartButton />}>
      {isForbidden ? (
        notHere
      ) : (
        <>
          <Card tight>
            <View className="text-m">
              备份含全部记录和照片，存在云存储里；身份证号仍是加密的。恢复只能在全新的环境里进行，需要清单编号和部署时的一次性口令。
            </View>
          </Card>
          <QueryView query={backups} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
            {(data) => (
              <>
                <View className="office-grid">
                  {data.pages
                    .flatMap(({ items }) => items)
                    .map((backup) => (
                      <BackupCard key={backup.id} backup={backup} />
                    ))}
                </View>
                <MoreButton query={backups} />
              </>
            )}
          </QueryView>
        </>
      )}
    </Page>
  )
}

/** Backups of the whole environment, for the administrator alone. */
const BackupsPage = () => <WithSeat title="备份">{() => <Backups />}</WithSeat>

export default BackupsPage
