/**
 * Files and folders that systems and programs leave beside people's own: hidden ones (`.DS_Store`, `.~lock.a.odt#` of
 * LibreOffice), the thumbnails and folder settings of Windows, and the lock files of Word and WPS (`~$a.docx`).
 */
const SYSTEM_FILE = /^(\.|~\$|(eh)?thumbs\.db$|desktop\.ini$)/i;

/** Whether something found in a folder, by its name, was put there by no person: it is neither read nor told of. */
export const isSystemFile = (name: string): boolean => SYSTEM_FILE.test(name);
