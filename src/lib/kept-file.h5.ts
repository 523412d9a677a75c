const storeName = 'files'

const openStore = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('kept-files', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no indexedDB'))
  })

const inStore = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await openStore()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode)
    const request = work(transaction.objectStore(storeName))
    // Resolved at commit: what was kept must survive the closing of the window.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB refused'))
  }).finally(() => database.close()) as Promise<T>
}

const opened = new Map<string, string>()

/** Copies a temporary file (an object URL) to where a reload does not lose it; answers the name it is kept under. */
export const keepFile = async (tempPath: string, name: string): Promise<string> => {
  const blob = await fetch(tempPath).then((file) => file.blob())
  await inStore('readwrite', (store) => store.put(blob, name))
  return name
}

/** An object URL that shows or uploads the kept file; null when it is gone. */
export const openKeptFile = async (kept: string): Promise<string | null> => {
  const known = opened.get(kept)
  if (known) return known
  const blob: unknown = await inStore('readonly', (store): IDBRequest<unknown> => store.get(kept))
  if (!(blob instanceof Blob)) return null
  const url = URL.createObjectURL(blob)
  opened.set(kept, url)
  return url
}

export const dropKeptFile = async (kept: string): Promise<void> => {
  const url = opened.get(kept)
  if (url) URL.revokeObjectURL(url)
  opened.delete(kept)
  await inStore('readwrite', (store) => store.delete(kept)).catch(() => undefined)
}
