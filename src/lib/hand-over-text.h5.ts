import { openDocument } from './open-document.h5'

/** Hands a small text file over: a browser saves it. */
export const handOverText = async (text: string, fileName: string): Promise<void> => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  await openDocument(url, fileName)
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
