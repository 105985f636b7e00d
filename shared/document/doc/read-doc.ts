import { BorderedFlow } from '../bordered-table/bordered-flow.ts';
import { toBlocks } from '../flow/to-blocks.ts';
import { openCompoundFile } from '../ole/compound-file.ts';
import type { ReadResult } from '../reader.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { ByteSource } from './byte-source.ts';
import { CharacterReader } from './character-runs.ts';
import { readFileInformation } from './file-information.ts';
import { readFormattedRuns } from './formatted-pages.ts';
import { ParagraphReader } from './paragraph-properties.ts';
import { readPieces } from './pieces.ts';
import { CELL_MARK, readStory, type StoryParagraph, type TextSource } from './story.ts';

const strayCellMark = () => damaged('单元格不在表格里', 'a table cell stands outside a table');

const addTo = (flow: BorderedFlow, { text, mark, properties, markDeleted }: StoryParagraph): void => {
  const { depth, endsRow, endsInnerCell, endsInnerRow, row } = properties;
  const isCellMark = mark === CELL_MARK;
  if (isCellMark && depth !== 1) throw strayCellMark();
  if (isCellMark ? endsRow : depth > 1 && endsInnerRow) {
    flow.endRow(depth, row, markDeleted);
    return;
  }
  flow.addParagraph(depth, text);
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
      paragraphs: new ParagraphReader(document, new ByteSource(file.read('Data') ?? new Uint8Array())),
    };
    const flow = new BorderedFlow();
    readStory(source, 0, information.mainText, (paragraph) => addTo(flow, paragraph));
    readStory(source, ...information.textBoxes, (paragraph) => addTo(flow, paragraph));
    return { ok: true, document: { format: 'doc', blocks: toBlocks(flow.finish()) } };
  });
