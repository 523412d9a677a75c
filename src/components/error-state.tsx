import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { goBack, isFirstPage } from '@/lib/go'
import { readingSentenceOf } from '@/lib/query-client'
import { Button } from './button'
import { Card } from './card'
import { Empty } from './empty'
import type { IconName } from './icon'

type Props = { error: unknown; onRetry: () => void; retrying?: boolean }

/** What trying again will hardly change: a way back comes first. */
const closedStates: Partial<Record<string, { icon: IconName; title: string }>> = {
  NOT_FOUND: { icon: 'search', title: '内容不在了' },
  FORBIDDEN: { icon: 'lock', title: '这里您还看不了' },
}

/** What went wrong in one sentence, and a button to try again and, where that will hardly help, the way back. */
export const ErrorState = ({ error, onRetry, retrying }: Props) => {
  const closed = error instanceof AppError && closedStates[error.code]
  return (
    <Empty {...(closed || { icon: 'warning', title: '没有取到内容' })} detail={readingSentenceOf(error)}>
      {closed && (
        <Button kind="ghost" onPress={goBack}>
          {isFirstPage() ? '回首页' : '返回上一页'}
        </Button>
      )}
      <Button kind={closed ? 'quiet' : 'ghost'} icon="refresh" loading={retrying} onPress={onRetry}>
        再试一次
      </Button>
    </Empty>
  )
}

/** The same in one row, for what stands beside the page's own. */
export const ErrorRow = ({ error, onRetry, retrying }: Props) => (
  <Card>
    <View className="row">
      <View className="grow text-m">{readingSentenceOf(error)}</View>
      <Button small kind="ghost" loading={retrying} onPress={onRetry}>
        再试一次
      </Button>
    </View>
  </Card>
)
