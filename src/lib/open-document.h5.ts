/** Saves a sheet or document from a temporary address under the given name. */
export const openDocument = (url: string, fileName: string): Promise<void> => {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  return Promise.resolve()
}
