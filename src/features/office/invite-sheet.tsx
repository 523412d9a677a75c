import { useCallback, useState } from 'react'
import { roleLabels } from 'types/org'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/lib/toast-store'
import { useCancelInvite, type InviteRow } from './api'
import { InviteHandOn } from './invite-hand-on'

/** An open invitation: hand it on once more, or take it back. */
export const InviteSheet = ({ invite, onClose }: { invite: InviteRow; onClose: () => void }) => {
  const [asking, setAsking] = useState(false)
  const stay = useCallback(() => setAsking(false), [])
  const cancel = useCancelInvite()
  const confirm = () =>
    cancel.mutate(
      { id: invite.id },
      {
        onSuccess: () => {
          showToast('邀请已撤回', 'good')
          onClose()
        },
        onError: stay,
      },
    )
  return (
    <>
      <Sheet open title="还没接受的邀请" onClose={onClose}>
        <InviteHandOn invite={invite} />
        <Button kind="quiet" onPress={() => setAsking(true)}>
          撤回这个邀请
        </Button>
      </Sheet>
      <ConfirmDialog
        open={asking}
        danger
        title="撤回这个邀请？"
        confirmWord="撤回邀请"
        loading={cancel.isPending}
        onConfirm={confirm}
        onClose={stay}
      >
        {`${invite.nodeName}的${roleLabels[invite.role]}邀请将不能再用，已发出的链接也会失效。`}
      </ConfirmDialog>
    </>
  )
}
