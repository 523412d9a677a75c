import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { outcomeEntries } from 'types/notice-outcome'
import { fewestTold } from 'types/told-number'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Stat } from '@/components/stat'
import { call } from '@/lib/call'
import { showNumber } from '@/lib/show-number'
import { officeKey } from '../office-call'

const usePushSeen = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'push-seen', id],
    queryFn: () => call(outcomeEntries, 'notice', 'pushSeen', { id }),
    staleTime: 60_000,
  })

const told = (count: number | null) => (count === null ? `少于 ${fewestTold}` : showNumber(count))

/** How many have seen a push, in the app or by the notice in WeChat. */
export const PushSeen = ({ id }: { id: string }) => (
  <QueryView query={usePushSeen(id)} skeleton={<Skeleton kind="stats" count={2} />}>
    {({ read, opened, isWhole }) => (
      <View className="stack-s">
        <View className="office-stats">
          <Stat value={told(read)} label="已看" />
          <Stat value={told(opened)} label="从微信提醒点开" />
        </View>
        <View className="note">
          {`已看：点开过微信提醒，或在小程序的“消息”里看过。少于 ${fewestTold} 人的不写具体数。`}
        </View>
        {!isWhole && <View className="ink-red">人数较多，这次没有数完，以上是已经数到的。</View>}
      </View>
    )}
  </QueryView>
)
