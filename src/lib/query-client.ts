import Taro from '@tarojs/taro'
import { MutationCache, QueryCache, QueryClient, focusManager, onlineManager } from '@tanstack/react-query'
import { AppError } from 'types/app-error'
import { errorBook } from 'types/errors'
import { useReach } from './reach-store'
import { showToast } from './toast-store'

declare module '@tanstack/react-query' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- react-query takes these types by merging
  interface Register {
    queryMeta: { silent?: boolean }
    mutationMeta: {
      /** The page shows this failure itself. */
      silent?: boolean
    }
  }
}

/** One plain Chinese sentence for any failure. */
export const sentenceOf = (error: unknown): string => (error instanceof AppError ? error.message : errorBook.INTERNAL)

/** The same for what could not be read: the book's sentence on the network speaks of what somebody wrote. */
export const readingSentenceOf = (error: unknown): string =>
  error instanceof AppError && error.code === 'NETWORK' ? '网络不太好，请走到信号好的地方再试。' : sentenceOf(error)

const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof AppError && (error.code === 'NETWORK' || error.code === 'SERVICE_BUSY')

/** The phone's copy of what the cloud knows. The only place where a failure becomes a toast. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // A query without data shows its failure in its QueryView.
    onError: (error, query) => {
      if (query.state.data !== undefined && !query.meta?.silent) showToast(sentenceOf(error), 'bad')
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (!mutation.meta?.silent) showToast(sentenceOf(error), 'bad')
    },
  }),
  defaultOptions: {
    queries: { networkMode: 'offlineFirst', staleTime: 30_000, retry: worthRetrying, throwOnError: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** There is no window in WeChat: app show and hide stand for focus, its network events for online. Call once. */
export const wireQueryClient = () => {
  Taro.onAppShow(() => focusManager.setFocused(true))
  Taro.onAppHide(() => focusManager.setFocused(false))
  onlineManager.setOnline(useReach.getState().online)
  useReach.subscribe((reach) => onlineManager.setOnline(reach.online))
}
