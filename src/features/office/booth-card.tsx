import { View } from '@tarojs/components'
import { boothMachine } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag, Tag } from '@/components/tag'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'
import type { Booth } from './api'
import { taskLabels } from './booth-values'

const showCode = ({ id, name, place, nodeName }: Booth) =>
  openPage(routes.officeBoothCode, { id, name, place, union: nodeName })

/** One booth: where, what it opens, how many came. */
export const BoothCard = ({ booth }: { booth: Booth }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{booth.name}</View>
        <StateTag state={boothMachine.states[booth.open ? 'open' : 'closed']} />
      </View>
      <View>{booth.place}</View>
      <View className="text-m">{[booth.nodeName, booth.enterprise?.name].filter(Boolean).join(' · ')}</View>
      <View className="row-wrap">
        <Tag>{taskLabels[booth.task]}</Tag>
        <View className="text-m">{`扫码 ${showNumber(booth.scans)} 次 · ${showNumber(booth.people)} 人`}</View>
      </View>
      <Button kind="ghost" small icon="scan" label={`查看二维码：${booth.name}`} onPress={() => showCode(booth)}>
        查看二维码
      </Button>
    </View>
  </Card>
)
