import { useShareAppMessage } from '@tarojs/taro'
import { ContestChoice } from '@/features/session/contest-choice'
import { useProgress } from '@/features/session/api'
import { useArrival } from '@/features/session/use-arrival'
import { Page } from '@/components/page'
import { useDisplay } from '@/lib/display-store'
import { HomeHero } from './home-hero'
import { HomeProblem } from './home-problem'
import { Hotlines, MoreRows } from './hotlines'
import { SimpleHome } from './simple-home'
import { TaskCards } from './task-cards'

const Home = () => {
  const landing = useArrival()
  const progress = useProgress(landing.data?.campaign?.id)
  const isSimple = useDisplay((display) => display.simple)
  useShareAppMessage(() => ({
    title: landing.data?.campaign?.slogan ?? '身边有隐患，随手拍一拍',
    path: `/pages/home/index${landing.data?.booth ? `?b=${landing.data.booth.id}` : ''}`,
  }))
  return (
    <Page title="安康志愿" tab="home" hero={<HomeHero landing={landing.data} failed={landing.isError} />}>
      {landing.data && <ContestChoice landing={landing.data} />}
      {isSimple ? (
        <SimpleHome campaign={landing.data?.campaign ?? null} />
      ) : (
        <TaskCards landing={landing.data} progress={progress.data} />
      )}
      {landing.isError && (
        <HomeProblem error={landing.error} retrying={landing.isFetching} onRetry={() => void landing.refetch()} />
      )}
      <Hotlines />
      {!isSimple && <MoreRows />}
    </Page>
  )
}

export default Home
