/** Who did not scan a booth gets the union's own landing. */
export const defaultBooth = (): Promise<string | undefined> => Promise.resolve(undefined)
