import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Notice } from '../notices/notice.ts';
import { type Channel, ChannelError } from './channel.ts';
import { fitLines } from './fit-lines.ts';
import { clip, oneLine } from './plain.ts';

/** "UTF-8 text with no line breaks or control characters, and less than 100 characters long." (SNS Publish) */
const SUBJECT_CHARACTERS = 99;
const TEXT_BYTES = 64 * 1024;
/** Of one attribute; a message and its attributes share 256 kB. */
const IDS = 1000;

/** The text of a mail. */
export const mailText = ({ title, lines, link }: Notice): string =>
  [
    oneLine(title),
    '',
    ...fitLines(lines.map(oneLine), TEXT_BYTES, 3).map((line) => `· ${line}`),
    '',
    `${link.text}：${link.href}`,
    '',
  ].join('\n');

/** Mail, by a topic of Amazon SNS. The ids of the events go along as an attribute, for subscribers that are programs. */
export const mailChannel = (sns: SNSClient, TopicArn: string): Channel => ({
  async send(notice) {
    const attribute = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });
    try {
      await sns.send(
        new PublishCommand({
          TopicArn,
          Subject: clip(oneLine(notice.title), SUBJECT_CHARACTERS),
          Message: mailText(notice),
          MessageAttributes: {
            id: attribute(notice.id),
            events: attribute(
              JSON.stringify(notice.events.slice(0, IDS).map(({ id }) => id)),
              'String.Array',
            ),
          },
        }),
      );
    } catch (error) {
      throw new ChannelError(
        error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        true,
      );
    }
  },
});
