import type { Writable } from 'node:stream';
import { CHECK_PAGE_END, CHECK_PAGE_START, checkedFile } from '../../console/check-page.ts';
import type { Examination, Verdict } from '../../shared/checks/examination.ts';
import { publish } from '../../shared/checks/publish.ts';
import type { Language } from './language.ts';
import { pretty, summary } from './pretty.ts';
import type { Style } from './style.ts';

export const OUTPUT_FORMATS = ['pretty', 'json', 'ndjson', 'html'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Prints examinations one by one, waiting while the reader is slower. */
export interface ResultWriter {
  write(examination: Examination): Promise<void>;
  end(): Promise<void>;
}

const send = (stream: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });

const ndjsonWriter = (stream: Writable): ResultWriter => ({
  write: (examination) => send(stream, `${JSON.stringify(publish(examination))}\n`),
  end: async () => {},
});

const jsonWriter = (stream: Writable): ResultWriter => {
  let first = true;
  return {
    write: async (examination) => {
      await send(stream, `${first ? '[' : ','}\n${JSON.stringify(publish(examination), null, 2)}`);
      first = false;
    },
    end: () => send(stream, first ? '[]\n' : '\n]\n'),
  };
};

const htmlWriter = (stream: Writable): ResultWriter => {
  let files = 0;
  return {
    write: async (examination) => {
      const start = files === 0 ? CHECK_PAGE_START : '';
      await send(stream, `${start}${checkedFile(examination, ++files)}`);
    },
    end: () => send(stream, files === 0 ? `${CHECK_PAGE_START}${CHECK_PAGE_END}` : CHECK_PAGE_END),
  };
};

const prettyWriter = (stream: Writable, style: Style, language: Language): ResultWriter => {
  const counts = new Map<Verdict, number>();
  return {
    write: async (examination) => {
      counts.set(examination.verdict, (counts.get(examination.verdict) ?? 0) + 1);
      await send(stream, `${pretty(examination, style, language)}\n`);
    },
    end: async () => {
      const files = [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (files > 1) await send(stream, `\n${summary(counts, style, language)}\n`);
    },
  };
};

export const writerFor = (
  format: OutputFormat,
  stream: Writable,
  style: Style,
  language: Language,
): ResultWriter => {
  switch (format) {
    case 'ndjson':
      return ndjsonWriter(stream);
    case 'json':
      return jsonWriter(stream);
    case 'html':
      return htmlWriter(stream);
    case 'pretty':
      return prettyWriter(stream, style, language);
  }
};
