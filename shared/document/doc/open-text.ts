import type { CompoundFile } from '../ole/compound-file.ts';
import { damaged, unreadable } from '../unreadable.ts';
import { ByteSource } from './byte-source.ts';
import { CharacterReader } from './character-runs.ts';
import { readFileInformation } from './file-information.ts';
import { readFormattedRuns } from './formatted-pages.ts';
import { readListDefinitions } from './list-definitions.ts';
import { ListNumbers } from './list-numbers.ts';
import { ParagraphReader } from './paragraph-properties.ts';
import { readPieces } from './pieces.ts';
import type { TextSource } from './story.ts';
import { Styles } from './styles.ts';
import { readTextBoxes, type TextBoxes } from './text-boxes.ts';

/** The parts of a Word document that its text and tables hang on. */
export interface OpenedText {
  readonly source: TextSource;
  readonly numbers: ListNumbers;
  readonly textBoxes: TextBoxes;
  /** Characters of the main text, which begins at position 0. */
  readonly mainText: number;
}

const NOTHING = new Uint8Array();

/** Opens the streams of a Word document. Throws `Unreadable` where one is missing or broken, or asks for a password. */
export const openText = (file: CompoundFile): OpenedText => {
  const stream = file.read('WordDocument');
  if (!stream) throw unreadable('unsupported-format');
  const information = readFileInformation(stream);
  const tables = file.read(information.tableStream);
  if (!tables) throw damaged('缺少表流', 'the table stream is missing');
  const document = new ByteSource(stream);
  const table = new ByteSource(tables);
  const { parts, mainText, complex } = information;
  const source: TextSource = {
    pieces: readPieces(table, information, stream.length),
    complex,
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
  return { source, numbers, textBoxes: readTextBoxes(table, information), mainText };
};
