import { newSlipWord as spellWord } from 'types/hazard-slip'
import { randomBytes } from './random-bytes'

/** A fresh word for a paper slip; a draw too short is repeated. */
export const newSlipWord = async (): Promise<string> => spellWord(await randomBytes(64)) ?? newSlipWord()
