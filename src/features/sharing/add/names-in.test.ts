import { expect, it } from 'vitest'
import { namesIn, namesInFile } from './names-in.ts'

it.each([
  ['', []],
  ['amina', ['amina']],
  [' amina , yusuf;fatuma\nn.alsabri ', ['amina', 'yusuf', 'fatuma', 'n.alsabri']],
  ['amina, amina', ['amina']],
  ['amina،yusuf', ['amina', 'yusuf']],
  [',,', []],
])('namesIn(%j) is %j', (text, names) => expect(namesIn(text)).toEqual(names))

it.each([
  ['amina\nyusuf\r\nfatuma\n', ['amina', 'yusuf', 'fatuma']],
  ['\uFEFFusername;team\namina;North\nyusuf;South', ['amina', 'yusuf']],
  ['"amina","Kariuki, A."\n"yusuf","Abdi"', ['amina', 'yusuf']],
  ['amina\tNorth\n\nyusuf\tSouth', ['amina', 'yusuf']],
  ['amina, yusuf; fatuma', ['amina', 'yusuf', 'fatuma']],
  ['', []],
])('namesInFile(%j) is %j', (text, names) => expect(namesInFile(text)).toEqual(names))
