import { ownEntries } from 'types/notice-own'
import { call } from './call'
import { queryClient } from './query-client'

const told = new Set<string>()
const waiting = new Set<string>()

const tell = async (id: string) => {
  waiting.add(id)
  try {
    await call(ownEntries, 'notice', 'markRead', { ids: [id], from: 'notice' })
    waiting.delete(id)
    // Read anew when it is next looked at; what is on the screen keeps its marks.
    void queryClient.invalidateQueries({ queryKey: ['notice', 'inbox'], refetchType: 'none' })
  } catch {
    // Out of reach: told again when the app comes to the front.
  }
}

/**
 * The app came to the front: where a notice in WeChat was tapped, its page names the message (`m=`), and that counts as
 * seen. Nobody waits for it.
 */
export const noteOpened = (query: Record<string, unknown> | undefined) => {
  const id = query?.m
  for (const late of waiting) void tell(late)
  if (typeof id !== 'string' || told.has(id)) return
  told.add(id)
  void tell(id)
}
