import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Review } from '../../shared/records/review.ts';
import { agencyPartition, reviewPrefix } from '../../shared/records/table-keys.ts';

/** Where verdicts of people are written. */
export interface ReviewWriter {
  write(agency: string, year: number, review: Review): Promise<void>;
  remove(agency: string, year: number, fingerprint: string): Promise<void>;
}

/** Reviews in the table, beside the versions of their report, so that they survive every new check. */
export const dynamoReviewWriter = (table: DynamoDBDocumentClient, TableName: string): ReviewWriter => {
  const keyOf = (agency: string, year: number, fingerprint: string) => ({
    pk: agencyPartition(agency),
    sk: `${reviewPrefix(year)}${fingerprint}`,
  });
  return {
    async write(agency, year, review) {
      const Item = { ...review, ...keyOf(agency, year, review.fingerprint) };
      await table.send(new PutCommand({ TableName, Item }));
    },
    async remove(agency, year, fingerprint) {
      await table.send(new DeleteCommand({ TableName, Key: keyOf(agency, year, fingerprint) }));
    },
  };
};
