import { AppError } from 'types/app-error'
import { sentenceOf } from '@/lib/query-client'
import { Button } from './button'
import { Empty } from './empty'

type Props = { error: unknown; onRetry: () => void; retrying?: boolean }

// The book's sentence on the network comforts somebody who sends: here nothing was written yet.
const sentence = (error: unknown) =>
  error instanceof AppError && error.code === 'NETWORK' ? '网络不太好，请走到信号好的地方再试。' : sentenceOf(error)

/** What went wrong in one sentence, and a button to try again. */
export const ErrorState = ({ error, onRetry, retrying }: Props) => (
  <Empty icon="warning" title="没有取到内容" detail={sentence(error)}>
    <Button kind="ghost" icon="refresh" loading={retrying} onPress={onRetry}>
      再试一次
    </Button>
  </Empty>
)
