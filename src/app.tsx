import { useEffect, type PropsWithChildren } from 'react'
import { useDidShow } from '@tarojs/taro'
import { QueryClientProvider } from '@tanstack/react-query'
import { watchNetwork } from './lib/network'
import { noteOpened } from './lib/opened-notice'
import { watchPrivacy } from './lib/privacy'
import { queryClient, wireQueryClient } from './lib/query-client'
import { watchScans } from './lib/scan-queue'
import { startCloud } from './lib/start-cloud'
import { watchQueue } from './lib/submit-queue'
import './app.scss'

startCloud()

const App = ({ children }: PropsWithChildren) => {
  useDidShow((options) => noteOpened(options?.query))
  useEffect(() => {
    watchNetwork()
    watchPrivacy()
    wireQueryClient()
    watchQueue()
    watchScans()
  }, [])
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}

export default App
