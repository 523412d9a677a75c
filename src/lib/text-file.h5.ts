/** A text as a file that can be uploaded or handed on; answers its path. */
export const textFile = (text: string, name = 'text.csv'): Promise<string> =>
  Promise.resolve(URL.createObjectURL(new File([text], name, { type: 'text/plain;charset=utf-8' })))
