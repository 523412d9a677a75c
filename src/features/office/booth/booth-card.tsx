import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { boothMachine } from 'types/org-booth'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { StateTag, Tag } from '@/components/tag'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'
import { showToast } from '@/lib/toast-store'
import { useCloseBooth, type Booth } from './booth-api'
import { taskLabels } from './booth-values'

const showCode = ({ id, name, place, nodeName }: Booth) =>
  openPage(routes.officeBoothCode, { id, name, place, union: nodeName })

/** Ends a booth by hand, once the officer has confirmed it. */
const CloseBooth = ({ booth }: { booth: Booth }) => {
  const [asking, setAsking] = useState(false)
  const stay = useCallback(() => setAsking(false), [])
  const close = useCloseBooth()
  const confirm = () =>
    close.mutate({ id: booth.id }, { onSuccess: () => showToast('展台已停用', 'good'), onSettled: stay })
  return (
    <>
      <Button kind="quiet" small label={`停用展台：${booth.name}`} onPress={() => setAsking(true)}>
        停用
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title="停用这个展台？"
        confirmWord="停用展台"
        loading={close.isPending}
        onConfirm={confirm}
        onClose={stay}
      >
        {`“${booth.name}”的二维码仍能打开小程序，但不再计扫码次数和人数。停用后不能恢复。`}
      </ConfirmDialog>
    </>
  )
}

/** One booth: where, what it opens, how many came. */
export const BoothCard = ({ booth }: { booth: Booth }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{booth.name}</View>
        <StateTag state={boothMachine.states[booth.state]} />
      </View>
      <View>{booth.place}</View>
      <View className="text-m">{[booth.nodeName, booth.enterprise?.name].filter(Boolean).join(' · ')}</View>
      <View className="row-wrap">
        <Tag>{taskLabels[booth.task]}</Tag>
        <View className="text-m">{`扫码 ${showNumber(booth.scans)} 次 · ${showNumber(booth.people)} 人`}</View>
      </View>
      <View className="row-wrap">
        <Button kind="ghost" small icon="scan" label={`查看二维码：${booth.name}`} onPress={() => showCode(booth)}>
          查看二维码
        </Button>
        {booth.state === 'open' && <CloseBooth booth={booth} />}
      </View>
    </View>
  </Card>
)
