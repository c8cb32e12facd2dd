/**
 * Shows words as they are: cards and messages of Teams read Markdown, and a patient's words may be
 * in them. Full stops and brackets stay as they are where they can start nothing.
 */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_~[\]<>|#!{}]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/\b(https?|mailto|ftp):/gi, '$1\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
}

/** A text block shows one paragraph; a line alone would run into the one before. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((each) => plain(each.trim()).replaceAll('\n', '\n\n'))
    .filter((each) => each !== '')
}
