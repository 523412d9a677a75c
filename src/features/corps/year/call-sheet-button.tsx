import { useCallback, useState } from 'react'
import { Button } from '@/components/button'
import { openDocument } from '@/lib/open-document'
import { showToast } from '@/lib/toast-store'
import { ReasonForm } from './reason-form'
import { useCallSheet } from './year-api'

/** Who is short, with phone numbers: only with a reason, and everybody on it can read that. */
export const CallSheetButton = ({ nodeId, year }: { nodeId: string; year: number }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const command = useCallSheet()
  const send = (reason: string) =>
    command.mutate(
      { nodeId, year, reason },
      {
        onSuccess: ({ url, fileName, rows, more }) => {
          close()
          showToast(more ? `已导出前 ${rows} 人，办完再导出其余` : `已导出 ${rows} 人`, 'good')
          void openDocument(url, fileName)
        },
      },
    )
  return (
    <>
      <Button small kind="ghost" icon="phone" onPress={() => setOpen(true)}>
        导出电话名单
      </Button>
      {open && (
        <ReasonForm
          title="导出未达标电话名单"
          label="导出原因"
          hint="名单含手机号，一小时后失效；每位志愿者都能看到谁在什么时候导出过。"
          confirmWord="导出并留下记录"
          command={command}
          onWords={send}
          onClose={close}
        />
      )}
    </>
  )
}
