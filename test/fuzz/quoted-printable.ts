/** A text as quoted-printable (RFC 2045, 6.7), in lines of no more than 76 characters. */
export const toQuotedPrintable = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const units = [...Buffer.from(line)].map((byte) =>
        byte === 0x3d || byte > 0x7e || byte < 0x20
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      );
      let out = '';
      let width = 0;
      for (const unit of units) {
        if (width + unit.length > 75) {
          out += '=\n';
          width = 0;
        }
        out += unit;
        width += unit.length;
      }
      return out;
    })
    .join('\n');

/** The text that quoted-printable stands for. */
export const fromQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/\r\n/g, '\n')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
