export type ChosenSheet = { path: string; name: string; size: number }

/** Lets the person pick one table (xlsx, csv, json); null when they gave up. */
export const chooseSheet = (): Promise<ChosenSheet | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv,.json'
    input.onchange = () => {
      const file = input.files?.[0]
      resolve(file ? { path: URL.createObjectURL(file), name: file.name, size: file.size } : null)
    }
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
