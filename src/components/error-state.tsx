import { readingSentenceOf } from '@/lib/query-client'
import { Button } from './button'
import { Empty } from './empty'

type Props = { error: unknown; onRetry: () => void; retrying?: boolean }

/** What went wrong in one sentence, and a button to try again. */
export const ErrorState = ({ error, onRetry, retrying }: Props) => (
  <Empty icon="warning" title="没有取到内容" detail={readingSentenceOf(error)}>
    <Button kind="ghost" icon="refresh" loading={retrying} onPress={onRetry}>
      再试一次
    </Button>
  </Empty>
)
