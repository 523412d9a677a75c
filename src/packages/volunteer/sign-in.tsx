import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import type { AttendanceRow } from 'types/volunteer-activity-views'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useAttendances } from '@/features/volunteer/activity/activity-api'
import { spanWord } from '@/features/volunteer/activity/activity-words'
import { DigitsForm } from '@/features/volunteer/activity/digits-form'
import { PlaceRow } from '@/features/volunteer/activity/place-row'
import { useSignIn } from '@/features/volunteer/activity/sign-in'
import { SignedCard } from '@/features/volunteer/activity/signed-card'
import { useQueryParam } from '@/hooks/use-query-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { scanCode } from '@/lib/scan-code'
import { showToast } from '@/lib/toast-store'

const hour = 3_600_000

/** Mine that may be signed in to or out of about now. */
const isNow = ({ state, startsAt, endsAt }: AttendanceRow) => {
  const now = Date.now()
  const isOn = Date.parse(startsAt) - hour <= now && now <= Date.parse(endsAt) + 2 * hour
  return isOn && (state === 'joined' || state === 'present')
}

const Now = ({ rows }: { rows: readonly AttendanceRow[] }) => (
  <>
    {rows.map((row) => (
      <Card key={row.id}>
        <View className="strong">{row.title}</View>
        <View className="text-m">{spanWord(row)}</View>
      </Card>
    ))}
  </>
)

const nothing = (
  <Empty icon="scan" title="现在没有要签到的活动" detail="活动开始前一小时起可以签到；码在组织者的屏幕上。">
    <Button kind="ghost" onPress={() => openPage(routes.volunteerActivities)}>
      看近期活动
    </Button>
  </Empty>
)

/** Signs in or out: by the code a scan brought here, by scanning, or by six digits. */
const SignInPage = () => {
  const given = useQueryParam('code')
  const attendances = useAttendances()
  const { sign, signing, forget } = useSignIn()
  const used = useRef<string>()
  useEffect(() => {
    if (!given || used.current === given) return
    used.current = given
    void sign({ code: given })
  }, [given, sign])

  const scan = async () => {
    forget()
    const scene = await scanCode()
    if (scene === null) return
    if (scene === 'unknown' || scene.kind !== 'attend') return showToast('这不是签到码，请扫组织者屏幕上的码', 'bad')
    await sign({ code: scene.id })
  }
  const busy = signing?.state === 'sending'
  return (
    <Page
      title="活动签到"
      footer={
        <Button icon="scan" loading={busy} onPress={() => void scan()}>
          扫签到码
        </Button>
      }
    >
      {signing && <SignedCard signing={signing} />}
      <QueryView query={attendances} skeleton={<Skeleton kind="card" count={2} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items).filter(isNow)
          if (rows.length === 0) return signing ? null : nothing
          return (
            <View className="stack">
              <Now rows={rows} />
              <DigitsForm
                key={rows.map(({ id, state }) => id + state).join()}
                rows={rows}
                busy={busy}
                onDigits={(read) => void sign(read)}
              />
              <PlaceRow />
              <View className="note">签到码只对您本人有效，不要转发；不打开定位也能签到。</View>
            </View>
          )
        }}
      </QueryView>
    </Page>
  )
}

export default SignInPage
