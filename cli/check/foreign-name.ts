/** Stands where the bytes of a name are no UTF-8: archives made on Windows bring names in GB18030. */
const REPLACEMENT = '\ufffd';

/** A file or folder that cannot be opened by the name that it is listed under. */
export class ForeignNameError extends Error {
  override readonly name = 'ForeignNameError';
  constructor() {
    super(
      '名称不是 UTF-8 编码，请改名后再试 the name is not in UTF-8: rename it (convmv -f gb18030 -t utf-8)',
    );
  }
}

/** Whether a name may be listed otherwise than it is. */
export const isForeignName = (name: string): boolean => name.includes(REPLACEMENT);
