import { Button } from '@/components/button'
import { useFreshId } from '@/hooks/use-fresh-id'
import { openDocument } from '@/lib/open-document'
import { showToast } from '@/lib/toast-store'
import type { Push } from '../api'
import { usePushCallSheet } from './reach-api'

const missed = ({ counts }: Push) =>
  counts['no-credit'] + counts.capped + counts.refused + counts.failed + counts.unknown + counts['called-off']

/** Whom WeChat did not reach, with masked numbers, to be called; the file goes after an hour. */
export const CallSheetButton = ({ push }: { push: Push }) => {
  const command = usePushCallSheet()
  // Tapped twice, or asked again after a bad connection, it is the same file.
  const fresh = useFreshId()
  if (push.state !== 'done' || push.isTrial || missed(push) === 0) return null
  const ask = async () =>
    command.mutate(
      { _id: await fresh.get(), id: push.id },
      {
        onSuccess: ({ url, fileName, rows, more }) => {
          fresh.renew()
          showToast(more ? `已导出前 ${rows} 人，文件保留 1 小时` : `已导出 ${rows} 人，文件保留 1 小时`, 'good')
          void openDocument(url, fileName)
        },
      },
    )
  return (
    <Button small kind="ghost" icon="download" loading={command.isPending} onPress={() => void ask()}>
      导出电话跟进名单
    </Button>
  )
}
