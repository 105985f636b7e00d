import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { GoujiStack } from '../../infra/gouji-stack.ts';
import { readSettings } from '../../infra/settings.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };

/** Leaves the functions' code out. */
const TEMPLATE_ONLY = { 'aws:cdk:bundling-stacks': [] };

/** The app as `cdk synth` makes it, with settings as given by `-c name=value`. */
export const appWith = (settings: Readonly<Record<string, string>> = {}) => {
  const app = new App({ context: { ...context, ...settings, ...TEMPLATE_ONLY } });
  const stack = new GoujiStack(app, 'Gouji', { settings: readSettings(app.node) });
  return { app, stack };
};

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata?: Record<string, string>;
}

/** The template of the stack. */
export const synthesize = (settings?: Readonly<Record<string, string>>) => {
  const template = Template.fromStack(appWith(settings).stack);
  const resources = template.toJSON().Resources as Record<string, Resource>;
  return { template, resources, json: template.toJSON() };
};
