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
import { RedirectSheet } from './redirect-sheet'

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
        {`停用后扫“${booth.name}”的旧码会打开工会首页，不再计扫码次数和人数。想让旧码改到别处，请用“改道”。`}
      </ConfirmDialog>
    </>
  )
}

const Redirect = ({ booth, nodeId }: { booth: Booth; nodeId: string }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <Button kind="quiet" small label={`旧码改道：${booth.name}`} onPress={() => setOpen(true)}>
        改道
      </Button>
      {open && <RedirectSheet booth={booth} nodeId={nodeId} onClose={close} />}
    </>
  )
}

const leadsWords = ({ leads }: Booth) => {
  if (!leads) return null
  if (leads.booth) return `旧码现在打开：${leads.booth.name}`
  return `旧码现在打开：${leads.task ? taskLabels[leads.task] : '工会首页'}`
}

const Facts = ({ booth }: { booth: Booth }) => (
  <>
    <View>{booth.place}</View>
    <View className="text-m">
      {[booth.nodeName, booth.enterprise?.name, booth.batch?.title].filter(Boolean).join(' · ')}
    </View>
    {booth.leads && <View>{leadsWords(booth)}</View>}
    <View className="row-wrap">
      <Tag>{taskLabels[booth.task]}</Tag>
      <View className="text-m">
        {`扫码 ${showNumber(booth.scans)} 次 · ${showNumber(booth.people)} 人`}
        {booth.redirected > 0 && ` · 改道后扫旧码 ${showNumber(booth.redirected)} 次`}
      </View>
    </View>
  </>
)

type Props = { booth: Booth; nodeId: string; /** On its own page it does not lead there. */ alone?: boolean }

/** One booth: where, what it opens, how many came; and what can be done with it. */
export const BoothCard = ({ booth, nodeId, alone }: Props) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{booth.name}</View>
        <StateTag state={boothMachine.states[booth.state]} />
      </View>
      <Facts booth={booth} />
      <View className="row-wrap">
        <Button
          kind="ghost"
          small
          icon="scan"
          label={`海报和二维码：${booth.name}`}
          onPress={() => openPage(routes.officeBoothCode, { id: booth.id })}
        >
          海报
        </Button>
        {!alone && (
          <Button
            kind="ghost"
            small
            label={`成效：${booth.name}`}
            onPress={() => openPage(routes.officeBoothFunnel, { boothId: booth.id })}
          >
            成效
          </Button>
        )}
        <Redirect booth={booth} nodeId={nodeId} />
        {booth.state === 'open' && <CloseBooth booth={booth} />}
      </View>
    </View>
  </Card>
)
