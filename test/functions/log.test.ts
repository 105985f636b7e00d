import { logLine } from '../../functions/log.ts';

test('a line says when and what happened, whatever its fields are called', () => {
  const fields = { message: 'm-1', level: 'low', time: 'never', key: 'a.txt' };
  const line = JSON.parse(logLine('error', 'upload goes back to the queue', fields));
  expect(line).toMatchObject({ level: 'error', message: 'upload goes back to the queue', key: 'a.txt' });
  expect(Date.parse(line.time)).not.toBeNaN();
});
