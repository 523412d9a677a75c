import type { CloudBehind } from './wx-cloud'

/** The local cloud at `url`, as the person `openid` reaches it from a phone. */
export const localCloudBehind = (url: string, openid: string): CloudBehind => {
  const headers = { 'x-wx-openid': openid }
  const answered = async (response: Response): Promise<unknown> => {
    const body: unknown = await response.json()
    return response.ok ? body : Promise.reject(body)
  }
  return {
    call: async (name, event) =>
      answered(
        await fetch(`${url}/call/${name}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(event),
        }),
      ),
    upload: async (cloudPath, bytes) => {
      const door = `${url}/upload?path=${encodeURIComponent(cloudPath)}`
      const body = bytes.slice().buffer as ArrayBuffer
      const stored = await answered(await fetch(door, { method: 'POST', headers, body }))
      return (stored as { fileID: string }).fileID
    },
    download: async (source) => new Uint8Array(await (await fetch(source)).arrayBuffer()),
  }
}
