import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { goBack, isFirstPage } from '@/lib/go'
import { readingSentenceOf } from '@/lib/query-client'
import { Button } from './button'
import { Card } from './card'
import { Empty } from './empty'

type Props = { error: unknown; onRetry: () => void; retrying?: boolean }

/** What went wrong in one sentence, and a button to try again; for what is gone, first of all the way back. */
export const ErrorState = ({ error, onRetry, retrying }: Props) => {
  const isGone = error instanceof AppError && error.code === 'NOT_FOUND'
  return (
    <Empty
      icon={isGone ? 'search' : 'warning'}
      title={isGone ? '内容不在了' : '没有取到内容'}
      detail={readingSentenceOf(error)}
    >
      {isGone && (
        <Button kind="ghost" onPress={goBack}>
          {isFirstPage() ? '回首页' : '返回上一页'}
        </Button>
      )}
      <Button kind={isGone ? 'quiet' : 'ghost'} icon="refresh" loading={retrying} onPress={onRetry}>
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
