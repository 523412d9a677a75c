import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { ListGroup, ListRow } from '@/components/list-row'
import { showToast } from '@/lib/toast-store'
import { useAudiences, useRetireAudience, type SavedAudience } from './reach-api'

type Props = { nodeId: string; onChoose: (one: Pick<SavedAudience, 'audience' | 'words'>) => void }

/** Audiences kept under a name, to be taken as they are; nothing where there are none. */
export const SavedAudiences = ({ nodeId, onChoose }: Props) => {
  const { data } = useAudiences(nodeId)
  const [asked, setAsked] = useState<SavedAudience>()
  const close = useCallback(() => setAsked(undefined), [])
  const retire = useRetireAudience()
  if (!data || data.items.length === 0) return null
  return (
    <View className="stack-s">
      <ListGroup title="保存过的对象">
        {data.items.map((one) => (
          <ListRow
            key={one.id}
            icon="people"
            title={one.name}
            detail={one.words}
            onPress={() => onChoose({ audience: one.audience, words: one.words })}
          />
        ))}
      </ListGroup>
      <View className="row-wrap">
        {data.items
          .filter(({ mine }) => mine)
          .map((one) => (
            <Button key={one.id} small kind="quiet" onPress={() => setAsked(one)}>
              {`停用“${one.name}”`}
            </Button>
          ))}
      </View>
      {asked && (
        <ConfirmDialog
          open
          title={`停用“${asked.name}”？`}
          confirmWord="停用"
          danger
          loading={retire.isPending}
          onConfirm={() =>
            retire.mutate(
              { id: asked.id, version: asked.version },
              { onSuccess: () => showToast('已停用', 'good'), onSettled: close },
            )
          }
          onClose={close}
        >
          以后新建推送时不再列出，用它发过的推送不受影响。
        </ConfirmDialog>
      )}
    </View>
  )
}
