import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import { sceneOfQuery } from '@/lib/scene-of-text'
import { openTab, replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useArrival } from '@/features/session/use-arrival'
import type { LandingData } from '../home/home-hero'

type Task = LandingData['task']

/** The booth decides the task; a tab is switched to, so that the tabs stay reachable. */
const openTask = (task: Task) => {
  if (task === 'volunteer') replacePage(routes.volunteer)
  else openTab(task)
}

const Forward = ({ task }: { task: Task }) => {
  useEffect(() => openTask(task), [task])
  return <Skeleton kind="card" count={2} />
}

const BoothArrival = () => {
  const landing = useArrival()
  return (
    <QueryView query={landing} skeleton={<Skeleton kind="card" count={2} />}>
      {(data) => <Forward task={data.task} />}
    </QueryView>
  )
}

const UnknownCode = () => (
  <Empty icon="scan" title="没有认出这个码" detail="码可能已停用，或不是安康志愿的码。您可以直接进入首页。">
    <Button onPress={() => openTab('home')}>进入首页</Button>
  </Empty>
)

/** The door of every code: `b=` a booth, `p=` a person, `i=` an invitation, `v=` a certificate or badge, `k=` signing in to an activity. */
const Scan = () => {
  const scene = sceneOfQuery(useRouter().params)
  const inviteId = scene?.kind === 'invite' ? scene.id : undefined
  const shownId = scene?.kind === 'volunteer' ? scene.id : undefined
  const code = scene?.kind === 'attend' ? scene.id : undefined
  useEffect(() => {
    if (inviteId) replacePage(routes.invite, { id: inviteId })
    if (shownId) replacePage(routes.volunteerVerify, { id: shownId })
    if (code) replacePage(routes.volunteerSignIn, { code })
  }, [inviteId, shownId, code])
  return (
    <Page title="正在打开">
      {scene?.kind === 'booth' || scene?.kind === 'person' ? (
        <BoothArrival />
      ) : inviteId || shownId || code ? (
        <Skeleton kind="card" />
      ) : (
        <UnknownCode />
      )}
    </Page>
  )
}

export default Scan
