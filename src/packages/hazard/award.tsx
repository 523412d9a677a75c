import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { awardMachine } from 'types/hazard-award'
import type { AwardHead, PublicAward, PublicPlace } from 'types/hazard-award-public'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { StateTag } from '@/components/tag'
import { usePublicAward, usePublicAwards } from '@/features/award/api'
import { ObjectionCards } from '@/features/award/objection-cards'
import { ObjectionSheet } from '@/features/award/objection-sheet'
import { useNow } from '@/hooks/use-now'
import { useQueryParam } from '@/hooks/use-query-param'
import { showDate, showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const whenOf = ({ state, objectUntil, finalAt }: Pick<AwardHead, 'state' | 'objectUntil' | 'finalAt'>) =>
  state === 'final' && finalAt ? `${showDay(finalAt)}定稿` : `公示到 ${showDay(objectUntil)}`

const Place = ({ place }: { place: PublicPlace }) => (
  <ListRow
    title={`${place.seat}　${place.label}`}
    detail={[place.detail, place.grade].filter(Boolean).join(' · ')}
    value={place.reward}
  />
)

const Shown = ({ award, objection }: { award: PublicAward; objection: string | undefined }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const now = useNow()
  const { state, places, claim, objectUntil } = award
  const mayObject = state === 'announced' && Date.parse(objectUntil) >= now.getTime()
  return (
    <View className="stack">
      <Card>
        <View className="stack-s">
          <View className="row-between">
            <View className="title grow">{award.title}</View>
            <StateTag state={awardMachine.states[state]} />
          </View>
          <View className="note">
            {award.issuer} · {showDate(award.announcedAt)}公示 · {whenOf(award)}
          </View>
          <View>{award.rule}。</View>
        </View>
      </Card>
      <ObjectionCards awardId={award.id} named={objection} />
      {mayObject && (
        <Button kind="ghost" onPress={() => setOpen(true)}>
          对名单提出异议
        </Button>
      )}
      <ListGroup title={`名单（${places.length} 人）`}>
        {places.map((place) => (
          <Place key={place.seat} place={place} />
        ))}
      </ListGroup>
      <View className="note">
        要求保密、匿名和没有同意写姓氏的上报人只写线索编号末三位，本人在“我的上报”里能看到自己。
        {state === 'final' && `领取：请在 ${showDay(`${claim.until}T12:00:00+08:00`)}前到${claim.where}。`}
      </View>
      {open && <ObjectionSheet award={award} onClose={close} />}
    </View>
  )
}

const One = ({ id }: { id: string }) => {
  const award = usePublicAward(id)
  const objection = useQueryParam('objection')
  return <QueryView query={award}>{(data) => <Shown award={data} objection={objection} />}</QueryView>
}

const nothing = (
  <Empty
    icon="gift"
    title="还没有奖励公示"
    detail="工会奖励排查出隐患的职工，名单先在这里公示，大家都能看、能提异议。"
  />
)

const All = () => {
  const awards = usePublicAwards(true)
  return (
    <QueryView
      query={awards}
      skeleton={<Skeleton kind="list" />}
      isEmpty={({ items }) => items.length === 0}
      empty={nothing}
    >
      {({ items }) => (
        <ListGroup>
          {items.map((row) => (
            <ListRow
              key={row.id}
              title={row.title}
              detail={`${row.issuer} · ${row.people} 人 · ${whenOf(row)}`}
              value={<StateTag state={awardMachine.states[row.state]} />}
              onPress={() => openPage(routes.hazardAward, { id: row.id })}
            />
          ))}
        </ListGroup>
      )}
    </QueryView>
  )
}

/** Lists of rewards everybody may see and object to: one of them, or the latest ones. */
const AwardPage = () => {
  const id = useQueryParam('id')
  return <Page title="奖励公示">{id ? <One id={id} /> : <All />}</Page>
}

export default AwardPage
