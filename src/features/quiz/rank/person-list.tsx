import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { openTab } from '@/lib/go'
import { showNumber } from '@/lib/show-number'
import type { PersonRanking, usePersonRanking } from './api'
import { RankLine } from './rank-line'

const tieWords: Record<PersonRanking['ties'], string> = {
  shared: '分数一样的并列。',
  earlier: '分数一样的，先达到的排前面。',
  draw: '分数一样的先并列，活动结束后公开抽签定先后。',
}
const byWords: Record<PersonRanking['by'], string> = {
  points: '按个人积分排名。',
  perfect: '按全对的份数排名。',
  off: '',
}

export const showScore = (score: number, by: PersonRanking['by']) =>
  `${showNumber(score)} ${by === 'perfect' ? '份' : '分'}`

/** A masked name, or who has told none by the first letters of his number. */
export const showPerson = ({ name, mark }: { name: string | null; mark: string }) => name ?? `职工 ${mark}`

const nothing = (by: PersonRanking['by'] | undefined) =>
  by === 'off' ? (
    <Empty icon="person" title="这次活动不排个人名次" detail="看看单位和地区的排行，您的积分算在单位里。" />
  ) : (
    <Empty icon="person" title="还没有人上榜" detail="闯一关，第一个名字就是您的。">
      <Button onPress={() => openTab('quiz')}>去闯关</Button>
    </Empty>
  )

/** Persons by score, names masked; one's own row is marked. */
export const PersonList = ({ query }: { query: ReturnType<typeof usePersonRanking> }) => (
  <QueryView
    query={query}
    skeleton={<Skeleton kind="list" count={5} />}
    isEmpty={({ pages }) => pages[0]?.items.length === 0}
    empty={nothing(query.data?.pages[0]?.by)}
  >
    {({ pages }) => {
      const [first] = pages
      if (!first) return null
      return (
        <>
          <Card tight>
            <View className="text-m">{`${byWords[first.by]}${tieWords[first.ties]}列出前 1000 名，姓名只显示姓。`}</View>
          </Card>
          <View className="list-group">
            {pages
              .flatMap(({ items }) => items)
              .map((row, index) => (
                <RankLine
                  key={index}
                  rank={row.rank}
                  title={row.own ? `${showPerson(row)}（我）` : showPerson(row)}
                  detail={row.unit}
                  value={showScore(row.score, first.by)}
                  own={row.own}
                />
              ))}
          </View>
          <MoreButton query={query} />
        </>
      )
    }}
  </QueryView>
)
