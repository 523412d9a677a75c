/** @jest-environment jsdom */
import { act } from 'react'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { AppError } from 'types/app-error'
import { Empty } from '@/components/empty'
import { QueryView } from '@/components/query-view'
import { show } from '../../support/show'

jest.mock('@tarojs/components', () => jest.requireActual('../../support/taro-components'))
jest.mock('@tarojs/taro', () => jest.requireActual('../lib/fake-taro').taroModule)

type Reply = { items: string[] }

const List = ({ load }: { load: () => Promise<Reply> }) => {
  const query = useQuery({ queryKey: ['list'], queryFn: load, retry: false })
  return (
    <QueryView
      query={query}
      isEmpty={(data) => data.items.length === 0}
      empty={<Empty title="还没有" detail="去上报" />}
    >
      {(data) => <>{data.items.join('、')}</>}
    </QueryView>
  )
}

const open = (load: () => Promise<Reply>) =>
  show(
    <QueryClientProvider client={new QueryClient()}>
      <List load={load} />
    </QueryClientProvider>,
  )
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 20)))

it('shows a skeleton while nothing is known', async () => {
  const page = await open(() => new Promise(() => undefined))
  expect(page.all('[role=status]')[0]?.getAttribute('aria-label')).toBe('正在加载')
})

it('shows what to do when there is nothing', async () => {
  const page = await open(() => Promise.resolve({ items: [] }))
  await settle()
  expect(page.text()).toBe('还没有去上报')
})

it('says what went wrong and tries again when asked', async () => {
  let isUp = false
  const page = await open(() =>
    isUp ? Promise.resolve({ items: ['甲', '乙'] }) : Promise.reject(new AppError('FORBIDDEN')),
  )
  await settle()
  expect(page.text()).toContain('您没有办理这件事的权限')
  isUp = true
  await page.press('再试一次')
  await settle()
  expect(page.text()).toBe('甲、乙')
})

it('leads back from what is gone', async () => {
  const page = await open(() => Promise.reject(new AppError('NOT_FOUND')))
  await settle()
  expect(page.text()).toContain('内容不在了')
  expect(page.find('回首页')).toBeDefined()
  expect(page.find('再试一次')).toBeDefined()
})
