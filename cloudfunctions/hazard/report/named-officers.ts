import { listSeated } from '../person-store'

// Who writes of somebody in office writes one of these words beside the name; without them nobody is looked up.
const office = /主席|书记|会长|主任|干事|委员|部长|科长|厂长|经理|总监|老板|领导|负责人|工会/

const isNamed = (name: string | null, text: string) => name !== null && [...name].length > 1 && text.includes(name)

/**
 * Nodes of these whose officers the text names: a report about an officer is not his to read. The root is none of them,
 * for nobody stands above it. One trip where the text speaks of an office.
 */
export const nodesOfNamed = async (text: string, under: readonly string[]): Promise<string[]> => {
  const below = under.slice(1)
  if (below.length === 0 || !office.test(text)) return []
  const seated = await listSeated(below)
  const named = seated.filter(({ name }) => isNamed(name, text)).flatMap(({ grants }) => grants)
  return below.filter((id) => named.some(({ role, nodeId }) => role === 'officer' && nodeId === id))
}
