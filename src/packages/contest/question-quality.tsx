import { useState } from 'react'
import { View } from '@tarojs/components'
import { concernWords, fewestAsked } from 'types/quiz-quality'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { useQuality, type Quality } from '@/features/office/bank/bank-api'
import { useCampaigns } from '@/features/office/quiz-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showShare } from '@/lib/show-number'
import { WithSeat } from '@/features/session/with-seat'

const noCampaign = (
  <Empty icon="quiz" title="还没有闯关活动" detail="有人答题后，这里能看出哪些题太难、太容易或有歧义。" />
)
const noPaper = <Empty icon="quiz" title="这一关还没有人交卷" detail="交卷几分钟后就能看到每道题的答对率。" />

/** How well a question tells who knows more, in words since few read a correlation; nothing while too few were asked. */
const separation = ({ discrimination, asked }: Quality): string[] => {
  if (discrimination === null || asked < fewestAsked) return []
  if (discrimination < 0) return ['区分度反了']
  return [discrimination < 0.1 ? '区分度很弱' : discrimination < 0.3 ? '区分度一般' : '区分度好']
}

const figuresOf = (row: Quality): string[] => [
  `答过 ${row.asked} 次`,
  ...(row.hit === null ? [] : [`答对 ${showShare(row.hit)}`]),
  ...separation(row),
  ...(row.seconds === null ? [] : [`平均 ${Math.round(row.seconds)} 秒`]),
]

const QualityCard = ({ row }: { row: Quality }) => (
  <Card onPress={() => openPage(routes.officeQuestion, { id: row.id })}>
    <View className="stack-s">
      {row.concerns.map((concern) => (
        <View key={concern} className="ink-red">
          {concernWords[concern]}
        </View>
      ))}
      <View className="strong">{row.stem}</View>
      <View className="note">{`${row.law}第 ${row.article} 条`}</View>
      <View className="text-m">{figuresOf(row).join(' · ')}</View>
    </View>
  </Card>
)

const LevelQuality = ({ campaignId }: { campaignId: string }) => {
  const [level, setLevel] = useState('1')
  const quality = useQuality(campaignId, Number(level))
  const levels = quality.data?.levels ?? []
  const choices = levels.map((title, index) => ({ value: String(index + 1), label: `${index + 1} ${title}` }))
  return (
    <>
      {choices.length > 1 && <ChipChoice label="关卡" options={choices} value={level} onChange={setLevel} />}
      <QueryView query={quality} isEmpty={({ items }) => items.length === 0} empty={noPaper}>
        {({ items }) => (
          <View className="office-grid">
            {items.map((row) => (
              <QualityCard key={row.id} row={row} />
            ))}
          </View>
        )}
      </QueryView>
    </>
  )
}

const QuestionQuality = ({ seat }: { seat: Seat }) => {
  const campaigns = useCampaigns(seat.nodeId)
  const [chosen, setChosen] = useState<string>()
  return (
    <Page title="题目质量" wide>
      <SeatChoice seat={seat} />
      <Card tight>
        <View className="text-m">
          {`需要看一看的题排在最前。每题答过 ${fewestAsked} 次以上才下结论；区分度看的是整卷答得好的人是不是更常答对这题。`}
        </View>
      </Card>
      <QueryView query={campaigns} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={noCampaign}>
        {(data) => {
          const all = data.pages.flatMap(({ items }) => items)
          const id = chosen ?? all[0]?.id ?? ''
          return (
            <>
              {all.length > 1 && (
                <ChipChoice
                  label="活动"
                  options={all.map(({ id: value, title: label }) => ({ value, label }))}
                  value={id}
                  onChange={setChosen}
                />
              )}
              <LevelQuality key={id} campaignId={id} />
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

/** How the questions of a contest do: too easy, too hard, telling nobody apart, objected to. */
const QuestionQualityPage = () => (
  <WithSeat title="题目质量">{(seat) => <QuestionQuality key={seat.id} seat={seat} />}</WithSeat>
)

export default QuestionQualityPage
