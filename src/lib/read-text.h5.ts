/** The text of a stored file at a temporary address. Rejects when it cannot be fetched. */
export const readText = async (url: string): Promise<string> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the file answered ${response.status}`)
  return response.text()
}
