import type { Role } from '../../declare/roles.ts'
import type { PackContents, PackMaker, PackSection } from '../../engine/pack/section.ts'
import { Article, articleText } from './article.tsx'
import { packDocument } from './document.tsx'

/** The offline pack of these roles and sections: what it holds, and how it looks on a page and as a file. */
export const offlinePack = (roles: readonly Role[], sections: readonly PackSection[]) =>
  ({
    roles,
    sections,
    render: articleText,
    article: (contents: PackContents) => <Article contents={contents} />,
    document: packDocument,
  }) satisfies PackMaker & Readonly<Record<string, unknown>>
