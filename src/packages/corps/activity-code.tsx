import { useState } from 'react'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Segment } from '@/components/segment'
import { Skeleton } from '@/components/skeleton'
import { useActivityCodes, useOfficeActivity } from '@/features/corps/activity/activity-office-api'
import { CodeScreen } from '@/features/corps/activity/code-screen'
import { useNeededParam } from '@/hooks/use-needed-param'
import { useNow } from '@/hooks/use-now'

const ways = [
  { value: 'in' as const, label: '签到' },
  { value: 'out' as const, label: '签退' },
]

/** The code that turns, for the phone, a computer or a projector. */
const ActivityCodePage = () => {
  const id = useNeededParam('id')
  const activity = useOfficeActivity(id)
  const [chosen, setChosen] = useState<'in' | 'out'>()
  // Signing out comes after the end by itself.
  const now = useNow()
  const way = chosen ?? (activity.data && Date.parse(activity.data.endsAt) < now.getTime() ? 'out' : 'in')
  const codes = useActivityCodes(activity.data ? id : '', way)
  return (
    <Page title="签到码" wide>
      <Segment label="签到还是签退" options={ways} value={way} onChange={setChosen} />
      <QueryView query={activity} skeleton={<Skeleton kind="card" />}>
        {({ title }) => (
          <QueryView query={codes} skeleton={<Skeleton kind="code" count={1} />}>
            {(data) => <CodeScreen key={way} title={title} way={way} codes={data} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  )
}

export default ActivityCodePage
