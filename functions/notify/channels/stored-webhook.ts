import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { ChannelError } from './channel.ts';
import { WEBHOOK_PLACE } from './kinds.ts';

export interface SecretStores {
  readonly secrets: SecretsManagerClient;
  readonly parameters: SSMClient;
}

/** How long a webhook that was read is kept, so that a changed one is used soon; in milliseconds. */
const KEPT = 5 * 60_000;

/**
 * Reads a webhook from where it is kept, and again after some minutes or when told to forget it.
 *
 * @param place see `WEBHOOK_PLACE`
 */
export const storedWebhook = ({ secrets, parameters }: SecretStores, place: string, now: () => number) => {
  const [, store, name = ''] = WEBHOOK_PLACE.exec(place) ?? [];
  let kept: { readonly text: string; readonly until: number } | undefined;

  const fetchText = async (): Promise<string | undefined> => {
    if (store === 'secret')
      return (await secrets.send(new GetSecretValueCommand({ SecretId: name }))).SecretString;
    const { Parameter } = await parameters.send(
      new GetParameterCommand({ Name: name, WithDecryption: true }),
    );
    return Parameter?.Value;
  };
  return {
    async read(): Promise<string> {
      if (kept && now() < kept.until) return kept.text;
      let text: string | undefined;
      try {
        text = await fetchText();
      } catch (error) {
        throw new ChannelError(
          `${place} cannot be read: ${error instanceof Error ? error.name : error}`,
          true,
        );
      }
      if (!text) throw new ChannelError(`${place} is empty`, true);
      kept = { text, until: now() + KEPT };
      return text;
    },
    forget(): void {
      kept = undefined;
    },
  };
};
