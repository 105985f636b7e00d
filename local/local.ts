import type { Alert } from './alerts/alert.ts';
import type { BusEvent } from './events/event-bus.ts';
import type { RepeatedUpload } from './repeated-uploads.ts';

/** Troubles of the cloud, to be had on purpose. */
export interface Faults {
  /** Names the error that the bus answers for an event of this type, instead of taking it. */
  readonly bus?: (detailType: string) => string | undefined;
  /** Called instead of each sending of a notification, which it may repeat, delay or reorder. */
  readonly notify?: (key: string, send: () => Promise<void>) => Promise<void>;
}

export interface LocalOptions {
  /** Data folder. */
  readonly data: string;
  /** Watched folder; none is watched without it. */
  readonly inbox?: string | undefined;
  /** Of the read API; 0 for any. */
  readonly port?: number;
  readonly s3Port?: number;
  /** Puts the sample reports into a new data folder. */
  readonly samples?: boolean;
  /** Loopback address that gets a POST for every alert. */
  readonly webhook?: string | undefined;
  /** Bearer token that the read API asks for. */
  readonly token?: string | undefined;
  /** Milliseconds until a failed message is tried again. */
  readonly retryDelay?: number;
  /** Milliseconds between two looks into the inbox. */
  readonly inboxInterval?: number;
  /** Largest object in bytes. */
  readonly maxObjectBytes?: number;
  readonly faults?: Faults;
  readonly onEvent?: (event: BusEvent) => void;
  /** Called for an upload that says nothing new. */
  readonly onRepeat?: (upload: RepeatedUpload) => void;
  readonly onAlert?: (alert: Alert) => void;
  readonly onError?: (where: string, error: unknown) => void;
  /** Called when the template must be synthesized, which takes seconds. */
  readonly onSynthesis?: () => void;
}

/** One machine, running. */
export interface Local {
  readonly apiUrl: string;
  readonly s3: {
    readonly endpoint: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    /** Where reports are dropped. */
    readonly bucket: string;
    readonly credentialsFile: string;
  };
  /** The queue of the intake bucket, to be reached by any SQS client with the same credentials. */
  readonly queue: { readonly url: string; readonly deadLettersUrl: string; readonly endpoint: string };
  /** The table of records, to be reached by any DynamoDB client at the endpoint of the queue. */
  readonly table: string;
  /** Every event so far, oldest first. */
  readonly events: () => Promise<BusEvent[]>;
  /** Every alert so far, oldest first. */
  readonly alerts: () => Promise<Alert[]>;
  /** Messages in the dead letters of the intake queue. */
  readonly deadLetters: () => number;
  /** Files of the inbox that could not be put. */
  readonly notPut: () => number;
  /** Resolves when everything that was put is recorded, announced and delivered. */
  readonly whenIdle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}
