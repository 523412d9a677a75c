import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { openTab } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'

type Props = { error: Error; onRetry: () => void }

const isOver = (error: Error) =>
  error instanceof AppError && (error.code === 'PAPER_CLOSED' || error.code === 'NOT_FOUND')

/** The paper did not arrive: what happened, and the one thing to do about it. */
export const HandInProblem = ({ error, onRetry }: Props) => (
  <Card tone="red">
    <View className="stack-s">
      <View>{isOver(error) ? sentenceOf(error) : `${sentenceOf(error)}答案都还在，请再交一次。`}</View>
      {isOver(error) ? (
        <Button kind="ghost" onPress={() => openTab('quiz')}>
          回到关卡
        </Button>
      ) : (
        <Button kind="ghost" onPress={onRetry}>
          再交一次
        </Button>
      )}
    </View>
  </Card>
)
