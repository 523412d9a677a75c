/** A text as a file that can be uploaded; answers its path. */
export const textFile = (text: string): Promise<string> =>
  Promise.resolve(URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' })))
