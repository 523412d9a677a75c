import { badDay } from './say.mjs'

const filesPerCall = 50

/** Storage of a running local cloud, as the administrator sees it. */
export const openDoors = (address) => {
  const base = address.replace(/\/$/, '')
  const ask = async (where, options) => {
    try {
      return await fetch(where, options)
    } catch {
      throw badDay(`连不上本地云 ${base}，请先用 npm run cloud 启动它，再核对地址。`)
    }
  }
  const admin = async (body) => {
    const reply = await ask(`${base}/admin`, { method: 'POST', body: JSON.stringify(body) })
    const { data, message } = await reply.json()
    if (!data) throw badDay(`本地云拒绝了请求：${message ?? reply.status}。`)
    return data
  }
  const ticketFor = (path) => admin({ action: 'storage.getUploadMetadata', path })
  const addressesOf = async (fileIds) => {
    const found = new Map()
    for (let start = 0; start < fileIds.length; start += filesPerCall) {
      const list = fileIds.slice(start, start + filesPerCall).map((fileid) => ({ fileid, max_age: 600 }))
      const { download_list: replies } = await admin({ action: 'storage.batchGetDownloadUrl', file_list: list })
      for (const { fileID, tempFileURL } of replies) if (tempFileURL) found.set(fileID, tempFileURL)
    }
    return found
  }
  return {
    /** File id a path has, or would have, in this environment. */
    fileIdOf: async (path) => (await ticketFor(path)).fileId,
    /** Content of a file, or null. */
    read: async (fileId) => {
      const url = (await addressesOf([fileId])).get(fileId)
      if (!url) return null
      const reply = await ask(url)
      return reply.ok ? Buffer.from(await reply.arrayBuffer()) : null
    },
    write: async (path, content) => {
      const { url, authorization, fileId } = await ticketFor(path)
      const reply = await ask(url, { method: 'PUT', headers: { authorization }, body: content })
      if (!reply.ok)
        throw badDay(`文件 ${path} 没有传上去（${reply.status}），请检查后重新运行，已传的会被覆盖成同样的内容。`)
      return fileId
    },
  }
}
