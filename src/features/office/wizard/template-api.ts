import { useMutation, useQuery } from '@tanstack/react-query'
import { noticeContract, type TemplateKey } from 'types/notice'
import { tryEntries } from 'types/notice-try'
import { call } from '@/lib/call'
import { newId } from '@/lib/new-id'

const lookMs = 1_500
const looks = 10

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The four templates with the account's ids and the messages this officer may still be sent. */
export const useOwnTemplates = () =>
  useQuery({
    queryKey: ['notice', 'subscriptions'],
    queryFn: () => call(noticeContract, 'notice', 'subscriptions', {}),
    staleTime: 600_000,
  })

/** Whether the deployment names the account's own template. */
export const isConfigured = ({ id }: { id: string }) => !id.startsWith('local-')

/** Sends oneself a message of a template and waits, for a quarter of a minute, for what WeChat says. */
export const useTryTemplate = () =>
  useMutation({
    mutationFn: async (template: TemplateKey) => {
      const _id = await newId()
      for (let look = 1; ; look += 1) {
        const outcome = await call(tryEntries, 'notice', 'tryTemplate', { _id, template })
        if (outcome.isOver || look === looks) return outcome
        await wait(lookMs)
      }
    },
    meta: { silent: true },
  })
