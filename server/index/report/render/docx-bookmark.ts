/** A place in the document that links lead to. */
import { Bookmark, type ParagraphChild, type TextRun } from 'docx'

/** `run` with the bookmark `name` around it. The library numbers bookmarks through the whole process; settle-docx.ts does it anew. */
export const marked = (name: string, run: TextRun): ParagraphChild[] => [new Bookmark({ id: name, children: [run] })]
