/** Names of files that systems and programs leave in folders. */
export const SYSTEM_FILES = [
  '.DS_Store',
  '.hidden',
  '.~lock.报告.odt#',
  '~$报告.docx',
  'Thumbs.db',
  'desktop.ini',
] as const;
