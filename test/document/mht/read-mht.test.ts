import { readMht } from '../../../shared/document/mht/read-mht.ts';
import { shown } from '../show-blocks.ts';

const read = (message: string | Buffer): string[] =>
  shown(readMht(Buffer.from(typeof message === 'string' ? message.replaceAll('\n', '\r\n') : message)));

const page = (text: string): string => `<html><body><p>${text}</p></body></html>`;

const archive = (parts: readonly string[], closing = '--x1--\n'): string =>
  `From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x1"\n\npreamble\n${parts
    .map((part) => `--x1\n${part}\n`)
    .join('')}${closing}`;

const base64 = (text: string, charset: string): string =>
  `Content-Type: text/html; charset=${charset}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(text, 'utf8').toString('base64')}`;

const picture = 'Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=';

describe('a web archive', () => {
  test('gives the page among its pictures', () => {
    expect(read(archive([picture, base64(page('总体情况'), 'utf-8'), picture]))).toEqual(['总体情况']);
  });

  test('in GB2312 and quoted-printable is decoded', () => {
    // 规章 in GB2312 is B9E6 D5C2.
    const part = `Content-Type: text/html; charset="gb2312"\nContent-Transfer-Encoding: quoted-printable\n\n${page('=B9=E6=\n=D5=C2 =3D 1')}`;
    expect(read(archive([part]))).toEqual(['规章 = 1']);
  });

  test('whose charset is misstated goes by its bytes', () => {
    expect(read(archive([base64(page('总体情况'), 'no-such-charset')]))).toEqual(['总体情况']);
  });

  test('may nest an alternative', () => {
    const inner = `Content-Type: multipart/alternative; boundary=y2\n\n--y2\nContent-Type: text/plain\n\nplain\n--y2\n${base64(page('内'), 'utf-8')}\n--y2--`;
    expect(read(archive([inner]))).toEqual(['内']);
  });

  test('of a workbook gives one sheet after the other', () => {
    const sheet = (name: string, text: string) =>
      `Content-Location: file:///C:/${name}.htm\n${base64(page(text), 'utf-8')}`;
    const frame = base64('<html><frameset><frame src="sheet001.htm"></frameset></html>', 'utf-8');
    expect(
      read(archive([frame, sheet('tabstrip', '签'), sheet('sheet001', '甲'), sheet('sheet002', '乙')])),
    ).toEqual(['甲', '乙']);
  });

  test('without its closing delimiter is damaged', () => {
    expect(read(archive([base64(page('总体情况'), 'utf-8')], ''))).toEqual(['rejected: damaged']);
  });

  test('cut inside its encoding or its page is damaged', () => {
    const single =
      'MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n';
    expect(read(`${single}${page('=E6=96=87')}`)).toEqual(['文']);
    expect(read(`${single}<html><body><p>=E6=96=87</p><p>=E`)).toEqual(['rejected: damaged']);
    expect(read(`${single}<html><body><p>=E6=96=87</p>`)).toEqual(['rejected: damaged']);
  });

  test('without a page is not a format that can be read', () => {
    expect(read(archive([picture]))).toEqual(['rejected: unsupported-format']);
  });
});
