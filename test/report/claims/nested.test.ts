import { claimsIn, said } from './said.ts';

/** What a sentence says after the number received, which makes it one about requests. */
const saidOf = (text: string): string[] => said(`收到政府信息公开申请20件，${text}`).slice(1);

describe('what stands in the brackets of a part is of that part', () => {
  test('予以公开或部分公开 has its own two kinds, and nothing else', () => {
    for (const text of [
      '其中予以公开或部分公开10件（予以公开8件，部分公开2件），不予公开10件。',
      '其中予以公开或部分公开10件（予以公开8件（自然人7件），部分公开2件），不予公开10件。',
      '其中予以公开或部分公开10件，其中予以公开8件、部分公开2件，不予公开10件。',
    ]) {
      expect(saidOf(text)).toEqual([
        'requests.grantedInWholeOrPart 10',
        'requests.granted 8',
        'requests.partiallyGranted 2',
        'requests.refused 10',
      ]);
    }
  });

  test('予以公开 that holds 部分公开 is both of them', () => {
    for (const text of [
      '其中予以公开10件（其中部分公开2件），不予公开10件。',
      '其中予以公开10件（含部分公开2件），不予公开10件。',
      '其中予以公开10件，其中部分公开2件，不予公开10件。',
      '予以公开10件，其中部分公开2件，不予公开10件。',
    ]) {
      expect(saidOf(text)).toEqual([
        'requests.grantedInWholeOrPart 10',
        'requests.partiallyGranted 2',
        'requests.refused 10',
      ]);
    }
  });

  test('applicants of an outcome are not those of all requests', () => {
    for (const text of [
      '其中予以公开10件（自然人申请8件，商业企业2件），不予公开10件（自然人9件、科研机构1件）。',
      '其中予以公开10件，其中自然人申请8件，商业企业2件，不予公开10件。',
      '其中10件予以公开（自然人申请8件），10件不予公开。',
    ]) {
      expect(saidOf(text)).toEqual(['requests.granted 10', 'requests.refused 10']);
    }
  });

  test('outcomes of one kind of applicant are not those of all requests', () => {
    for (const text of [
      '其中自然人申请15件（予以公开10件，不予公开5件），商业企业5件（均已办结）。',
      '其中自然人申请15件，其中予以公开10件，不予公开5件；商业企业5件。',
    ]) {
      expect(saidOf(text)).toEqual(['requests.received.naturalPerson 15', 'requests.received.business 5']);
    }
  });

  test('what became of requests carried over, and who made those carried forward', () => {
    expect(saidOf('上年结转3件（予以公开2件，不予公开1件），结转下年度2件（自然人1件）。')).toEqual([
      'requests.carriedOver 3',
      'requests.carriedForward 2',
    ]);
  });

  test('reasons and outcomes within another outcome', () => {
    expect(
      saidOf(
        '其中不予公开5件（国家秘密2件、个人隐私3件），不予处理4件（信访1件），其他处理11件（不予处理2件）。',
      ),
    ).toEqual(['requests.refused 5', 'requests.declined 4', 'requests.other 11']);
  });

  test('outcomes of what one of several organs received', () => {
    expect(saidOf('其中市政府收到政府信息公开申请3件（予以公开2件，不予公开1件）。')).toEqual([]);
  });

  test('the kinds of case within one result', () => {
    expect(
      said('政府信息公开行政复议、行政诉讼共12件，其中维持9件（行政复议6件，行政诉讼3件），尚未审结3件。'),
    ).toEqual([]);
    expect(said('政府信息公开行政复议8件，其中其他结果5件（含维持1件），尚未审结3件。')).toEqual([
      'remedies.reconsideration 8',
      'remedies.reconsideration.other 5',
      'remedies.reconsideration.pending 3',
    ]);
  });
});

test('brackets of a total go on to tell its parts', () => {
  expect(
    said('收到政府信息公开申请20件（自然人15件，商业企业5件），答复20件（予以公开12件，不予公开8件）。'),
  ).toEqual([
    'requests.received 20',
    'requests.received.naturalPerson 15',
    'requests.received.business 5',
    'requests.closed 20',
    'requests.granted 12',
    'requests.refused 8',
  ]);
  expect(saidOf('上年结转3件。其中予以公开10件，不予公开5件；自然人15件，商业企业5件。')).toEqual([
    'requests.carriedOver 3',
    'requests.granted 10',
    'requests.refused 5',
    'requests.received.naturalPerson 15',
    'requests.received.business 5',
  ]);
});

test('every part after 其中 is marked as one, those of a part as well', () => {
  const claims = claimsIn(
    '收到政府信息公开申请20件，其中予以公开或部分公开10件（予以公开8件，部分公开2件），不予公开10件。',
  );
  expect(claims.map(({ part }) => part)).toEqual([undefined, true, true, true, true]);
});
