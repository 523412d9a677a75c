import type { Cloud } from './cloud'

type Stored = Record<string, unknown> & { _id: string }

/** Documents as they lie in the database (EJSON parsed as plain JSON), past every function; at most 1000. */
export const rawDocuments = async (
  cloud: Pick<Cloud, 'admin'>,
  collection: string,
  query: Record<string, unknown> = {},
): Promise<Stored[]> => {
  const documents: Stored[] = []
  for (;;) {
    const request = { action: 'database.getDocument', collectionName: collection, queryType: 'WHERE', limit: 100 }
    const reply = (await cloud.admin({
      ...{ ...request, query: JSON.stringify(query), offset: documents.length },
      order: [{ field: '_id', direction: 'asc' }],
    })) as { data?: { list: string[] }; message?: string }
    if (!reply.data) throw new Error(reply.message)
    documents.push(...reply.data.list.map((text) => JSON.parse(text) as Stored))
    if (reply.data.list.length < 100) return documents
  }
}
