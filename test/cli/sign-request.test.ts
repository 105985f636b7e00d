import { signRequest } from '../../cli/api/sign-request.ts';

const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

test('a request to an API on AWS is signed with the credentials of the environment, its body included', async () => {
  const before = { ...process.env };
  Object.assign(process.env, KEYS);
  try {
    const signatureOf = async (text: string) => {
      const { authorization = '', ...rest } = await signRequest({
        method: 'PUT',
        url: new URL('https://abc.execute-api.cn-north-1.amazonaws.com.cn/reports/%E7%94%B2/2021?x=1'),
        headers: { 'content-type': 'application/json' },
        text,
        region: 'cn-north-1',
      });
      expect(authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/cn-north-1\/execute-api\/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$/,
      );
      expect(JSON.stringify(rest)).not.toContain(KEYS.AWS_SECRET_ACCESS_KEY);
      return authorization.slice(-64);
    };
    expect(await signatureOf('{"verdict":"confirmed"}')).not.toBe(
      await signatureOf('{"verdict":"dismissed"}'),
    );
  } finally {
    for (const name of Object.keys(KEYS)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
});
