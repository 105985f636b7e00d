import { HELP, OptionError, parseCommandLine } from './options.ts';
import { runCommand } from './run-command.ts';

// Told to those who build, not to those who run.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** `npm start`: 0 done, 1 something failed, 2 the arguments or the surroundings are wrong. */
try {
  const commandLine = parseCommandLine(process.argv.slice(2));
  if (commandLine.help) process.stdout.write(HELP);
  else process.exitCode = await runCommand(commandLine);
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
