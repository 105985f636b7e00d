import { parseCommandLine } from '../../local/options.ts';

test('without arguments everything has a default', () => {
  expect(parseCommandLine([])).toEqual({
    data: '.gouji',
    inbox: 'inbox',
    port: 8787,
    s3Port: 9000,
    once: false,
    samples: true,
    help: false,
  });
});

test('every option is taken', () => {
  const args = ['--data', 'd', '--inbox=i', '--port', '0', '--s3-port', '1234', '--once', '--no-samples'];
  const more = ['--webhook', 'http://127.0.0.1:9/x', '--token', 't'];
  expect(parseCommandLine([...args, ...more])).toMatchObject({
    data: 'd',
    inbox: 'i',
    port: 0,
    s3Port: 1234,
    once: true,
    samples: false,
    webhook: 'http://127.0.0.1:9/x',
    token: 't',
  });
});

test.each([
  ['--port', '65536'],
  ['--port', 'x'],
  ['--s3-port', '-1'],
  ['--webhook', 'https://example.com/'],
  ['--webhook', 'http://127.0.0.1.example.com/'],
  ['--token', ''],
  ['--data', ''],
  ['--inbox', ''],
  ['--unknown', '1'],
])('%s %s is refused in both languages', (option, value) => {
  expect(() => parseCommandLine([`${option}=${value}`])).toThrow(/[\u4e00-\u9fff].*[a-z]{4}/s);
});
