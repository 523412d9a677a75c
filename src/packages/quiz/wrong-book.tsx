import { useState } from 'react'
import { View } from '@tarojs/components'
import { questionKindLabels } from 'types/quiz-play'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useForgetPlay, useWrongBook } from '@/features/quiz/api'
import type { Practised } from '@/features/quiz/practice-question'
import { PracticeRun } from '@/features/quiz/practice-run'
import { UnlessRefused } from '@/features/quiz/refused-practice'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openTab } from '@/lib/go'

const nothing = (
  <Empty icon="book" title="没有错题" detail="答错的题会自动收到这里，答对后移出。">
    <Button onPress={() => openTab('quiz')}>去闯关</Button>
  </Empty>
)

const Questions = ({ items }: { items: readonly Practised[] }) => (
  <>
    <View className="text-m">练习不占次数，也不计成绩；答对的题会从错题本移出。</View>
    <ListGroup title={`共 ${items.length} 题`}>
      {items.map(({ q, stem, level, kind }) => (
        <ListRow key={q} title={stem} detail={`第 ${level} 关 · ${questionKindLabels[kind]}`} />
      ))}
    </ListGroup>
  </>
)

/** Mistakes of this contest, to be practised until they are none. */
const WrongBookPage = () => {
  const campaignId = useNeededParam('campaignId')
  const book = useWrongBook(campaignId)
  const forget = useForgetPlay()
  // What is practised stays as it was begun, while rightly answered ones leave the book.
  const [begun, setBegun] = useState<readonly Practised[]>([])
  const items = book.data?.items ?? []
  const end = () => {
    setBegun([])
    forget(campaignId)
  }
  const canBegin = begun.length === 0 && items.length > 0 && !book.isError
  return (
    <Page
      title="错题本"
      {...(canBegin && { footer: <Button onPress={() => setBegun(items)}>开始练习 {items.length} 题</Button> })}
    >
      <UnlessRefused query={book} campaignId={campaignId}>
        {begun.length > 0 ? (
          <PracticeRun
            campaignId={campaignId}
            items={begun}
            total={begun.length}
            note="已从错题本移出"
            endWord="看看还剩哪些"
            onEnd={end}
          />
        ) : (
          <QueryView query={book} isEmpty={(data) => data.items.length === 0} empty={nothing}>
            {(data) => <Questions items={data.items} />}
          </QueryView>
        )}
      </UnlessRefused>
    </Page>
  )
}

export default WrongBookPage
