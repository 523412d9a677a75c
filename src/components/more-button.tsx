import { View } from '@tarojs/components'
import { Button } from './button'

type Props = { query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }

/** The end of a list, or the way to more of it. */
export const MoreButton = ({ query }: Props) =>
  query.hasNextPage ? (
    <Button kind="ghost" loading={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
      再看一些
    </Button>
  ) : (
    <View className="note center">已经到底了</View>
  )
