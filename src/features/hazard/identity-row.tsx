import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { ReporterIdentity } from 'types/hazard'
import { ListGroup, ListRow } from '@/components/list-row'
import { Sheet } from '@/components/sheet'
import { showTime } from '@/lib/clock'

type Props = { identity: ReporterIdentity; opened: readonly { by: string; at: string }[] }

/** Who has looked up the reporter: the promise made at the report, kept in sight. */
export const IdentityRow = ({ identity, opened }: Props) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  if (identity === 'anonymous')
    return (
      <ListGroup>
        <ListRow icon="lock" title="匿名上报" detail="没有保存您的身份，谁也查不到" />
      </ListGroup>
    )
  return (
    <>
      <ListGroup>
        <ListRow icon="eye" title="谁看过我的身份" value={`${opened.length} 人`} onPress={() => setOpen(true)} />
      </ListGroup>
      <Sheet open={open} title="谁看过我的身份" onClose={close}>
        {opened.length === 0 ? (
          <View>还没有人查看过。工会干部查看您的姓名要写明原因，每次都会记在这里。</View>
        ) : (
          <ListGroup>
            {opened.map(({ by, at }) => (
              <ListRow key={`${by} ${at}`} title={by} detail={showTime(at)} />
            ))}
          </ListGroup>
        )}
      </Sheet>
    </>
  )
}
