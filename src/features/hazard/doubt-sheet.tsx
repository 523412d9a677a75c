import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'

type Props = {
  /** The question; the sheet is open while there is one. */
  question: string | null
  onMore: () => void
  onAnyway: () => void
}

/** Asks, once and gently, for words that say something. The answer may be "no". */
export const DoubtSheet = ({ question, onMore, onAnyway }: Props) => (
  <Sheet
    open={question !== null}
    title="再说清一点？"
    onClose={onMore}
    footer={
      <>
        <Button onPress={onMore}>我再补充几句</Button>
        <Button kind="quiet" onPress={onAnyway}>
          就这样提交
        </Button>
      </>
    }
  >
    <View>{question}</View>
  </Sheet>
)
