import { currentPersona } from './persona.h5'

/** Decides who this window is before anything that belongs to a person is read. */
export const startCloud = () => {
  currentPersona()
}
