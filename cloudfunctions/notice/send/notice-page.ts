/** Where a message without a page of its own leads: to the others. */
const inboxPage = 'packages/notice/messages'

/** The page WeChat opens when the notice is tapped; `m` says which message brought the person. */
export const noticePage = ({ _id, page }: { _id: string; page: string | null }): string => {
  const opens = page ?? inboxPage
  return `${opens}${opens.includes('?') ? '&' : '?'}m=${_id}`
}
