import { randomBytes } from 'node:crypto'
import { RetrievalKey } from 'types/hazard-key'
import { newSlipWord, parseSlip, slipId, spellSlip } from 'types/hazard-slip'
import { isId } from 'types/ids'

const word = newSlipWord(Uint8Array.from({ length: 16 }, (_, index) => index * 13))!

test('a word of sixteen letters nobody mistakes, good as a key, leads to one report', () => {
  expect(word).toMatch(/^[2-9A-HJKMNP-Z]{16}$/)
  expect(RetrievalKey.parse(word)).toBe(word)
  expect(isId(slipId(word))).toBe(true)
  expect(slipId(word)).not.toBe(slipId(`${word.slice(0, 15)}${word.endsWith('2') ? '3' : '2'}`))
})

test('what is written by hand is read again, however it was written', () => {
  expect(spellSlip(word)).toMatch(/^\w{4} \w{4} \w{4} \w{4}$/)
  for (const written of [spellSlip(word), word.toLowerCase(), word.replace(/(.{4})/g, '$1-'), ` ${word}\n`])
    expect(parseSlip(written)).toBe(word)
  for (const wrong of ['', word.slice(1), `${word}2`, `${word.slice(0, 15)}0`, `${word.slice(0, 15)}O`])
    expect(parseSlip(wrong)).toBeNull()
})

test('letters are drawn evenly, and too few bytes draw nothing', () => {
  expect(newSlipWord(new Uint8Array(15))).toBeNull()
  expect(newSlipWord(new Uint8Array(64).fill(255))).toBeNull()
  const seen = new Set(Array.from({ length: 200 }, () => [...(newSlipWord(randomBytes(64)) ?? '')]).flat())
  expect(seen.size).toBe(31)
})
