import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Verdict } from '../../../shared/checks/examination.ts';
import { examine } from '../../../shared/checks/examine.ts';
import { REPORTS } from '../../accuracy/truth.ts';

/** Signs that stand in names of places; two of them tell the numbers apart. */
const SIGNS = [
  ...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟始文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎首臣伏戎羌遐迩体宾归鸣凤在竹白驹食场',
];

/** As many reports can have names of their own. */
export const MOST_REPORTS = SIGNS.length ** 2;

const pairOf = (number: number): string =>
  `${SIGNS[Math.floor(number / SIGNS.length)]}${SIGNS[number % SIGNS.length]}`;

/** Samples by the name they state, and the same name with a pair of signs in its place: equally long. */
const GOVERNMENT = { stated: '淮安市人民政府', other: (pair: string) => `${pair}县人民政府` };
const YINZHOU = { stated: '宁波市公安局鄞州分局', other: (pair: string) => `宁波市公安局${pair}分局` };
const ZHENHAI = { stated: '宁波市公安局镇海分局', other: (pair: string) => `宁波市公安局${pair}分局` };
const LUCHENG = { stated: '温州市公安局鹿城区分局', other: (pair: string) => `温州市公安局${pair}区分局` };
const KEWEI = { stated: '上海市科委', other: (pair: string) => `${pair}市科委` };

type Rewrite = (bytes: Buffer, from: string, to: string) => Uint8Array;

const asText: Rewrite = (bytes, from, to) => Buffer.from(bytes.toString('utf8').replaceAll(from, to));

/** The parts of a package that hold the text are XML. */
const inZip: Rewrite = (bytes, from, to) => {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, part]) =>
      [name, name.endsWith('.xml') ? strToU8(strFromU8(part).replaceAll(from, to)) : part] as const,
  );
  return zipSync(Object.fromEntries(parts), { level: 1 });
};

/** Names that are equally long keep every offset of a binary file true. */
const inUtf16: Rewrite = (bytes, from, to) => {
  const [old, own] = [Buffer.from(from, 'utf16le'), Buffer.from(to, 'utf16le')];
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(old); at >= 0; at = copy.indexOf(old, at + old.length)) own.copy(copy, at);
  return copy;
};

/** Lines of a page break within the name, though never within its district. */
const onPages: Rewrite = (bytes, from, to) => {
  const at = [...to].findIndex((sign, index) => sign !== from[index]);
  return inZip(bytes, from.slice(at, at + 2), to.slice(at, at + 2));
};

const inRtf: Rewrite = (bytes, from, to) => {
  const escaped = (text: string): string => [...text].map((sign) => `\\u${sign.charCodeAt(0)}\\'3f`).join('');
  return Buffer.from(bytes.toString('latin1').replaceAll(escaped(from), escaped(to)), 'latin1');
};

/** A web page as browsers save it whole. */
const asMht: Rewrite = (bytes, from, to) => {
  const page = asText(bytes, from, to);
  const head = 'MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\n';
  return Buffer.from(
    `${head}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}\r\n`,
  );
};

/** A report that names nobody is kept under the object it came in, so that every upload of it is one of its own. */
const asItIs: Rewrite = (bytes) => bytes;

interface Kind {
  readonly sample: string;
  /** Ending of the uploaded file. */
  readonly ending: string;
  readonly agency?: { readonly stated: string; readonly other: (pair: string) => string };
  readonly rewrite: Rewrite;
}

const KINDS: readonly Kind[] = [
  { sample: '000_20cb44e099b31046.txt', ending: 'txt', agency: YINZHOU, rewrite: asText },
  { sample: '001_c76baea7d958f164.txt', ending: 'txt', agency: ZHENHAI, rewrite: asText },
  { sample: '004_016fbde8dd5f1447.txt', ending: 'txt', agency: LUCHENG, rewrite: asText },
  { sample: '11-shanghai-kewei-2024.md', ending: 'md', agency: KEWEI, rewrite: asText },
  { sample: 'f1-official-2021.html', ending: 'html', agency: GOVERNMENT, rewrite: asText },
  { sample: 'f1-official-2021.html', ending: 'mht', agency: GOVERNMENT, rewrite: asMht },
  { sample: 'f1-official-2021.docx', ending: 'docx', agency: GOVERNMENT, rewrite: inZip },
  { sample: 'f4-distinct-2021.docx', ending: 'docx', agency: YINZHOU, rewrite: inZip },
  { sample: 'f1-official-2021.odt', ending: 'odt', agency: GOVERNMENT, rewrite: inZip },
  { sample: 'f1-official-2021.xlsx', ending: 'xlsx', agency: GOVERNMENT, rewrite: inZip },
  { sample: 'f4-distinct-2021.ofd', ending: 'ofd', agency: YINZHOU, rewrite: onPages },
  { sample: 'f1-official-2021.doc', ending: 'doc', agency: GOVERNMENT, rewrite: inUtf16 },
  { sample: 'f1-official-2021.xls', ending: 'xls', agency: GOVERNMENT, rewrite: inUtf16 },
  { sample: 'f1-official-2021.rtf', ending: 'rtf', agency: GOVERNMENT, rewrite: inRtf },
  { sample: 'f2-word-2021.pdf', ending: 'pdf', rewrite: asItIs },
];

export interface MadeReport {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Undefined where it names nobody. */
  readonly agency: string | undefined;
  readonly verdict: Verdict;
}

/** The samples, read once. */
const samples = new Map<string, Buffer>();
const sampleOf = (name: string): Buffer => {
  const bytes = samples.get(name) ?? readFileSync(join(REPORTS, name));
  samples.set(name, bytes);
  return bytes;
};

const make = ({ sample, agency, rewrite, ending }: Kind, number: number) => {
  const name = agency?.other(pairOf(number));
  const bytes = agency && name ? rewrite(sampleOf(sample), agency.stated, name) : sampleOf(sample);
  return { key: `${String(number).padStart(6, '0')}.${ending}`, bytes, agency: name };
};

/** A consistent report as plain text. */
export const textReport = (number: number) => make(KINDS[0] as Kind, number);

/**
 * Makes reports of every format in turn, each of an agency of its own. What becomes of each is known: one of each
 * kind is examined beforehand.
 */
export const reportMaker = async (): Promise<(number: number) => MadeReport> => {
  const verdicts = await Promise.all(
    KINDS.map(async (kind, index) => {
      const { key, bytes, agency } = make(kind, MOST_REPORTS - 1 - index);
      const { verdict, report } = await examine(bytes, key);
      if ((report?.agency ?? undefined) === agency) return verdict;
      throw new Error(`${kind.sample} names ${report?.agency}, and not ${agency}`);
    }),
  );
  return (number) => {
    const index = number % KINDS.length;
    return { ...make(KINDS[index] as Kind, number), verdict: verdicts[index] as Verdict };
  };
};
