/** What the state machine of a backfill is told when it is deployed. */
export interface BackfillPlaces {
  readonly partition: string;
  readonly uploadsBucket: string;
  readonly queueUrl: string;
  readonly recordsBucket: string;
  /** Batches of objects worked on at the same time. */
  readonly concurrency: number;
  /** Share of the objects in percent that may fail before the rest is given up. */
  readonly toleratedFailurePercentage: number;
}

/** Prefix of result reports in the bucket of records. */
export const REPORTS_PREFIX = 'backfills';

/** Name of the map in ARNs of its runs. */
export const MAP_LABEL = 'Objects';

/** Objects in one child execution: a parent pays for each child that it starts, not for what the child does. */
const BATCH = 50;

/** Objects of one batch worked on at the same time. */
const WIDTH = 10;

const jsonata = (expression: string): string => `{% ${expression} %}`;

/** Throttling and faults of the services pass; what does not, fails the batch and shows in the report. */
const RETRY = [
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 1,
    BackoffRate: 2,
    MaxAttempts: 5,
    MaxDelaySeconds: 30,
    JitterStrategy: 'FULL',
  },
];

/** The item reader tells times in seconds since 1970, a call of S3 as text. */
const MILLISECONDS = `$milliseconds := function($time) { $type($time) = "number" ? $time * 1000 : $toMillis($time) }`;

/** What is done for one object: `{ key, bucket, into, modified }`. */
const forOneObject = ({ partition, uploadsBucket, queueUrl }: BackfillPlaces) => {
  const call = (name: string) => ({
    Type: 'Task',
    Resource: `arn:${partition}:states:::aws-sdk:${name}`,
    TimeoutSeconds: 60,
    Retry: RETRY,
  });
  const outcome = (name: string) => ({ key: jsonata('$states.input.key'), outcome: name });
  return {
    StartAt: 'Whose object',
    States: {
      'Whose object': {
        Type: 'Choice',
        Choices: [
          { Condition: jsonata(`$states.input.bucket = "${uploadsBucket}"`), Next: 'Find its version' },
        ],
        Default: 'Look for a copy',
      },

      // The listing of the map knows no versions, and a message must name the one that the notification named.
      'Find its version': {
        ...call('s3:listObjectVersions'),
        Arguments: { Bucket: uploadsBucket, Prefix: jsonata('$states.input.key'), MaxKeys: 1 },
        Output: {
          key: jsonata('$states.input.key'),
          object: jsonata(
            '($key := $states.input.key; $newest := $states.result.Versions[Key = $key and IsLatest]; ' +
              `$exists($newest) ? { "bucket": "${uploadsBucket}", "key": $key, "versionId": $newest.VersionId, ` +
              '"eTag": $replace($newest.ETag, "\\"", ""), "size": $newest.Size, ' +
              '"uploadedAt": $newest.LastModified } : null)',
          ),
        },
        Next: 'Is it there',
      },
      'Is it there': {
        Type: 'Choice',
        Choices: [{ Condition: jsonata('$states.input.object != null'), Next: 'Order' }],
        Default: 'Gone',
      },
      // The work order of `shared/records/work-order.ts`.
      Order: {
        ...call('sqs:sendMessage'),
        Arguments: {
          QueueUrl: queueUrl,
          MessageBody: jsonata('$string({ "order": "reread", "object": $states.input.object })'),
        },
        Output: outcome('queued'),
        End: true,
      },
      Gone: { Type: 'Pass', Output: outcome('gone'), End: true },

      // A second copy would be a second upload, with a second alert.
      'Look for a copy': {
        ...call('s3:listObjectsV2'),
        Arguments: {
          Bucket: uploadsBucket,
          Prefix: jsonata('$states.input.into & $states.input.key'),
          MaxKeys: 1,
        },
        Output: jsonata(
          `(${MILLISECONDS}; $to := $states.input.into & $states.input.key; ` +
            '$copy := $states.result.Contents[Key = $to]; ' +
            '$merge([$states.input, { "copied": $exists($copy) and ' +
            '$milliseconds($copy.LastModified) >= $milliseconds($states.input.modified) }]))',
        ),
        Next: 'Is it copied',
      },
      'Is it copied': {
        Type: 'Choice',
        Choices: [{ Condition: jsonata('$states.input.copied'), Next: 'Already there' }],
        Default: 'Copy',
      },
      'Already there': { Type: 'Pass', Output: outcome('already there'), End: true },
      // The bucket tells the queue of the copy, as of every upload.
      Copy: {
        ...call('s3:copyObject'),
        Arguments: {
          Bucket: uploadsBucket,
          Key: jsonata('$states.input.into & $states.input.key'),
          CopySource: jsonata('$states.input.bucket & "/" & $encodeUrlComponent($states.input.key)'),
          // Else whoever copies must be let read tags.
          TaggingDirective: 'REPLACE',
        },
        Output: outcome('copied'),
        End: true,
      },
    },
  };
};

/**
 * The state machine of a backfill in the Amazon States Language: a distributed map over the objects of a bucket,
 * by a prefix. What lies in the bucket of uploads is ordered from the queue; what lies elsewhere is copied there.
 * Its input is `{ "bucket"?, "prefix"?, "into"? }`.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export const backfillDefinition = (places: BackfillPlaces) => {
  const { partition, uploadsBucket, recordsBucket, concurrency, toleratedFailurePercentage } = places;
  const given = (name: string, otherwise: string): string =>
    jsonata(`$exists($states.input.${name}) ? $states.input.${name} : "${otherwise}"`);
  return {
    Comment: 'Brings objects that are there already to be checked',
    QueryLanguage: 'JSONata',
    StartAt: 'Read the order',
    States: {
      'Read the order': {
        Type: 'Pass',
        Output: {
          bucket: given('bucket', uploadsBucket),
          prefix: given('prefix', ''),
          into: given('into', ''),
        },
        Next: 'Every object',
      },
      'Every object': {
        Type: 'Map',
        Label: MAP_LABEL,
        MaxConcurrency: concurrency,
        ToleratedFailurePercentage: toleratedFailurePercentage,
        ItemReader: {
          Resource: `arn:${partition}:states:::s3:listObjectsV2`,
          Arguments: {
            Bucket: jsonata('$states.input.bucket'),
            Prefix: jsonata('$states.input.prefix'),
          },
        },
        ItemBatcher: {
          MaxItemsPerBatch: BATCH,
          BatchInput: { bucket: jsonata('$states.input.bucket'), into: jsonata('$states.input.into') },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'Every object of the batch',
          States: {
            'Every object of the batch': {
              Type: 'Map',
              // Consoles make objects that stand for folders.
              Items: jsonata('[$states.input.Items[$substring(Key, -1) != "/"]]'),
              MaxConcurrency: WIDTH,
              ItemSelector: {
                key: jsonata('$states.context.Map.Item.Value.Key'),
                modified: jsonata('$states.context.Map.Item.Value.LastModified'),
                bucket: jsonata('$states.input.BatchInput.bucket'),
                into: jsonata('$states.input.BatchInput.into'),
              },
              ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...forOneObject(places) },
              End: true,
            },
          },
        },
        ResultWriter: {
          Resource: `arn:${partition}:states:::s3:putObject`,
          Arguments: { Bucket: recordsBucket, Prefix: REPORTS_PREFIX },
        },
        End: true,
      },
    },
  };
};
