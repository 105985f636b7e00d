import { App } from 'aws-cdk-lib';
import { GoujiStack } from './gouji-stack.ts';
import { readSettings, SettingsError } from './settings.ts';

const app = new App();
try {
  new GoujiStack(app, 'Gouji', {
    description: 'Checks government information disclosure annual reports, keeps records and raises alerts',
    settings: readSettings(app.node),
  });
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
