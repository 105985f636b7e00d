import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { NdjsonLedger } from '../ndjson-ledger.ts';
import type { Publication } from '../sns/endpoint.ts';
import type { Alert } from './alert.ts';

const IDS = z.array(z.string());

/** The mailbox of this machine: keeps what is published to the alert topic, then shows it. */
export class Mailbox {
  private readonly kept = new Set<string>();

  private constructor(
    private readonly ledger: NdjsonLedger,
    private readonly show: (alert: Alert) => void,
  ) {}

  static async open(ledger: NdjsonLedger, show: (alert: Alert) => void): Promise<Mailbox> {
    const mailbox = new Mailbox(ledger, show);
    for await (const line of ledger.read()) mailbox.kept.add((line as { id: string }).id);
    return mailbox;
  }

  /** Resolves when it is safe on disk. One that was kept before a kill is not shown again. */
  async take({ subject = '', message, attributes }: Publication): Promise<void> {
    const id = attributes.id ?? randomUUID();
    if (this.kept.has(id)) return;
    const events = attributes.events === undefined ? [] : IDS.parse(JSON.parse(attributes.events));
    const alert = { id, time: new Date().toISOString(), title: subject, text: message, events };
    this.kept.add(id);
    try {
      await this.ledger.append(alert);
    } catch (error) {
      this.kept.delete(id);
      throw error;
    }
    this.show(alert);
  }
}
