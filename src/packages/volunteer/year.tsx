import { useState } from 'react'
import { View } from '@tarojs/components'
import { certificateMachine, certificateWords } from 'types/volunteer-certificate-rules'
import { yearOf } from 'types/volunteer-year-rules'
import { Button } from '@/components/button'
import { ChipChoice } from '@/components/chip'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { StateTag } from '@/components/tag'
import { useMyCertificates, useMyYear } from '@/features/volunteer/year/api'
import { FindingsRow } from '@/features/volunteer/year/findings-row'
import { ResultCard } from '@/features/volunteer/year/result-card'
import { YearCard } from '@/features/volunteer/year/year-card'
import { YearItems } from '@/features/volunteer/year/year-items'
import { useQueryParam } from '@/hooks/use-query-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const yearsSince = (since: number, now: number) =>
  Array.from({ length: Math.max(1, now - since + 1) }, (_, index) => String(now - index))

const Shown = () => {
  const certificates = useMyCertificates()
  return (
    <ListGroup title="证书与志愿者证">
      <ListRow
        icon="volunteer"
        tone="red"
        title="电子志愿者证"
        detail="进门时出示，扫码可查"
        onPress={() => openPage(routes.volunteerBadge)}
      />
      {certificates.data?.items.map((one) => (
        <ListRow
          key={one.id}
          icon="star"
          tone="amber"
          title={`${one.year} ${certificateWords[one.kind].of}`}
          detail={one.number}
          value={<StateTag state={certificateMachine.states[one.state]} />}
          onPress={() => openPage(routes.volunteerCertificate, { id: one.id })}
        />
      ))}
      <ListRow icon="list" title="优秀公示" detail="人人可看" onPress={() => openPage(routes.volunteerHonours)} />
    </ListGroup>
  )
}

const notYet = (
  <Empty icon="volunteer" title="还不是在册志愿者" detail="审核通过、列入名册以后，这里记录每年的服务。">
    <Button onPress={() => openPage(routes.volunteer)}>去看报名</Button>
  </Empty>
)

/** A volunteer's year: what he promised, what he did, what came of it. */
const YearPage = () => {
  const thisYear = yearOf(new Date())
  const asked = Number(useQueryParam('year'))
  const [year, setYear] = useState(asked >= 2018 && asked <= thisYear ? asked : thisYear)
  const mine = useMyYear(year)
  return (
    <Page title="我的年度服务">
      <QueryView
        query={mine}
        skeleton={<Skeleton kind="card" count={2} />}
        isEmpty={(data) => data.since === null}
        empty={notYet}
      >
        {({ since, mine: own }) => (
          <View className="stack">
            <ChipChoice
              label="年份"
              options={yearsSince(since ?? year, thisYear).map((value) => ({ value, label: `${value} 年` }))}
              value={String(year)}
              onChange={(value) => setYear(Number(value))}
            />
            {own && <YearCard mine={own} thisYear={thisYear} />}
            {own && <ResultCard mine={own} />}
            {own && <YearItems items={own.items} />}
            {own && <FindingsRow year={year} />}
            <Shown />
          </View>
        )}
      </QueryView>
    </Page>
  )
}

export default YearPage
