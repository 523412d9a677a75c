import { startCloud, type Cloud } from '../cloud'
import { seedFile } from '../seed-file'
import { hazardEnv, hazardManifest, toSeed, world, type Line } from './hazard'

/** A cloud with the world of the hazards and these documents, its clock at `now` (ISO). Who starts it stops it. */
export const startHazardCloud = async (
  now: string,
  lines: readonly Line[] = [],
  env: Record<string, string> = hazardEnv,
): Promise<Cloud> => {
  const seed = seedFile(toSeed([...world, ...lines]))
  const cloud = await startCloud({ manifest: hazardManifest(), seed, env })
  await cloud.clock({ now })
  return cloud
}
