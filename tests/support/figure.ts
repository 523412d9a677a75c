/** One measured figure beside its goal, on a line of its own; a figure that falls short makes the whole run fail. */
export const figure = (name: string, measured: string, goal: string, holds: boolean): void => {
  process.stdout.write(`${name}: ${measured}, ${goal}, ${holds ? 'holds' : 'falls short'}\n`)
  if (!holds) process.exitCode = 1
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
