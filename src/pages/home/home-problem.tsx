import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { readingSentenceOf } from '@/lib/query-client'

type Props = { error: unknown; retrying: boolean; onRetry: () => void }

/** The landing could not be fetched; reporting a hazard and calling a hotline still work. */
export const HomeProblem = ({ error, retrying, onRetry }: Props) => (
  <Card tone="amber">
    <View className="stack-s">
      <View>{readingSentenceOf(error)}随手拍和热线现在也能用。</View>
      <View>
        <Button kind="ghost" small icon="refresh" loading={retrying} onPress={onRetry}>
          再试一次
        </Button>
      </View>
    </View>
  </Card>
)
