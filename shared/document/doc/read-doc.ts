import { BorderedFlow } from '../bordered-table/bordered-flow.ts';
import { toBlocks } from '../flow/to-blocks.ts';
import { type CompoundFile, openCompoundFile } from '../ole/compound-file.ts';
import type { ReadResult } from '../reader.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { ByteSource } from './byte-source.ts';
import { CharacterReader } from './character-runs.ts';
import { readFileInformation } from './file-information.ts';
import { readFormattedRuns } from './formatted-pages.ts';
import { readListDefinitions } from './list-definitions.ts';
import { ListNumbers } from './list-numbers.ts';
import { ParagraphReader } from './paragraph-properties.ts';
import { readPieces } from './pieces.ts';
import { CELL_MARK, readStory, type StoryParagraph, type TextSource } from './story.ts';
import { Styles } from './styles.ts';

const NOTHING = new Uint8Array();

/** The parts of the file that text and tables hang on, and the positions of the texts to be read. */
const openText = (file: CompoundFile) => {
  const stream = file.read('WordDocument');
  if (!stream) throw unreadable('unsupported-format');
  const information = readFileInformation(stream);
  const tables = file.read(information.tableStream);
  if (!tables) throw damaged('缺少表流', 'the table stream is missing');
  const document = new ByteSource(stream);
  const table = new ByteSource(tables);
  const { parts } = information;
  const source: TextSource = {
    pieces: readPieces(table, information, stream.length),
    complex: information.complex,
    document,
    characters: new CharacterReader(
      readFormattedRuns('character', document, table, parts.characterPages),
      document,
    ),
    paragraphRuns: readFormattedRuns('paragraph', document, table, parts.paragraphPages),
    paragraphs: new ParagraphReader(document, new ByteSource(file.read('Data') ?? NOTHING)),
  };
  const numbers = new ListNumbers(
    readListDefinitions(table, parts.lists, parts.listUses),
    new Styles(table, parts.styles),
  );
  return { source, numbers, stories: [[0, information.mainText], information.textBoxes] as const };
};

const add = (
  flow: BorderedFlow,
  { text, mark, properties, markDeleted }: StoryParagraph,
  numbers: ListNumbers,
): void => {
  const { depth, endsRow, endsInnerCell, endsInnerRow, row } = properties;
  const isCellMark = mark === CELL_MARK;
  if (isCellMark && depth !== 1) throw damaged('单元格不在表格里', 'a table cell stands outside a table');
  if (isCellMark ? endsRow : depth > 1 && endsInnerRow) {
    flow.endRow(depth, row, markDeleted);
    return;
  }
  flow.addParagraph(depth, text, numbers.next(properties));
  if (isCellMark || (depth > 1 && endsInnerCell)) flow.endCell(depth);
};

/**
 * Word 97–2003 and Kingsoft WPS documents: a compound file with a `WordDocument` stream. The main text, and after it
 * the text boxes; headers, footers, footnotes and comments are left out.
 */
export const readDoc = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const file = openCompoundFile(bytes);
    if (file.names.includes('EncryptedPackage')) throw unreadable('encrypted');
    const { source, numbers, stories } = openText(file);
    const flow = new BorderedFlow();
    for (const [from, to] of stories) {
      readStory(source, from, to, (paragraph) => add(flow, paragraph, numbers));
    }
    return { ok: true, document: { format: 'doc', blocks: toBlocks(flow.finish()) } };
  });
