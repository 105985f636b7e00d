import { claimsIn, said } from './said.ts';

describe('requests received', () => {
  test.each([
    ['2023年，我局收到政府信息公开申请75件。', 75],
    ['本年度共受理依申请公开事项12件。', 12],
    ['全年新收申请34件，均为依申请公开。', 34],
    ['2024年接收到信息公开申请书9份。', 9],
    ['我委接到1项依申请公开事项。', 1],
    ['共收到8份政府信息公开申请。', 8],
    ['受理36件政府信息公开申请（含网上申请30件）。', 36],
    ['依申请公开信息0条。', 0],
    ['全市共收到政府信息公开申请3,119件。', 3119],
    ['全市共收到政府信息公开申请 ３１１９ 件。', 3119],
    ['收到依申请公开二十三件。', 23],
    ['共收到政府信息公开申请一百零五件。', 105],
    ['收到政府信息公开申请两件。', 2],
    ['共收到公民、法人和其他组织提出的政府信息公开申请15件。', 15],
    ['2024年我鎮共收到政府信息公開申請6件。', 6],
    ['收到政府信息公开申请共计40宗。', 40],
    ['本年度政府信息公开申请数量为23。', 23],
  ])('%s', (sentence, value) => {
    const [claim] = claimsIn(sentence).filter(({ metric }) => metric === 'requests.received');
    expect(claim?.value).toBe(value);
  });

  test('are read to the end of their paragraph, whatever was read before it', () => {
    said('全年收到政府信息公开申请数量为12万件。');
    expect(said('全年收到政府信息公开申请数量为12')).toEqual(['requests.received 12']);
  });

  test('are stated once a sentence: channels and organs after them are parts', () => {
    expect(said('共受理依申请公开19件，其中网上受理12件，邮箱受理7件。')).toEqual(['requests.received 19']);
    expect(said('全市收到政府信息公开申请500件，其中市政府收到政府信息公开申请30件。')).toEqual([
      'requests.received 500',
    ]);
    expect(said('共收到申请9件（其中：网上申请4件，现场申请2件，邮寄3件），上年结转1件。')).toEqual([
      'requests.received 9',
      'requests.carriedOver 1',
    ]);
  });

  test('are not what is only handled, filed or asked of another kind', () => {
    expect(said('全年共办理依申请公开3件。')).toEqual([]);
    expect(said('受理行政许可申请120件。')).toEqual([]);
    expect(said('受理群众投诉举报30件，收到人大建议5件、政协提案8件。')).toEqual([]);
    expect(said('档案馆全年接收公开信息件1600多份。')).toEqual([]);
    expect(said('对25件政府信息公开申请开展回访。')).toEqual([]);
  });

  test('of other years, all years and comparisons are not this year’s', () => {
    expect(said('2022年收到申请31件，2023年收到政府信息公开申请22件，2023年答复22件。')).toEqual([
      'requests.received 22',
      'requests.closed 22',
    ]);
    expect(said('2024年收到信息公开申请22起，比2023年（31起）下降29%。')).toEqual(['requests.received 22']);
    expect(said('收到政府信息公开申请20件，比上年增加5件，去年同期为15件。')).toEqual([
      'requests.received 20',
    ]);
    expect(said('历年累计受理政府信息公开申请300件。')).toEqual([]);
    expect(said('全年累计收到政府信息公开申请30件。')).toEqual(['requests.received 30']);
  });

  test('by applicant belong to what was received', () => {
    expect(
      said('全区收到政府信息公开申请75件，涉及自然人72件、商业企业3件，法人或其他组织申请3件。'),
    ).toEqual(['requests.received 75', 'requests.received.naturalPerson 72', 'requests.received.business 3']);
    expect(said('共收到8件政府信息公开申请，均为自然人申请。')).toEqual([
      'requests.received 8',
      'requests.received.naturalPerson 8 implied',
    ]);
    expect(said('收到自然人依申请公开2件。')).toEqual([
      'requests.received 2',
      'requests.received.naturalPerson 2',
    ]);
    expect(said('收到申请30件。其中，公民个人提出申请28件，占比93.3%。')).toEqual([
      'requests.received 30',
      'requests.received.naturalPerson 28',
    ]);
  });
});

describe('what became of requests', () => {
  test('every outcome is told by the label beside its number', () => {
    expect(
      said(
        '收到申请60件。其中，予以公开20件、部分公开5件、不予公开3件、本机关无法提供18件、不予处理4件、作其他处理（含撤回6件）10件。',
      ),
    ).toEqual([
      'requests.received 60',
      'requests.granted 20',
      'requests.partiallyGranted 5',
      'requests.refused 3',
      'requests.unavailable 18',
      'requests.declined 4',
      'requests.other 10',
    ]);
  });

  test('the number may come first, or after a filler', () => {
    expect(said('收到政府信息公开申请9件，其中6件予以公开，3件不予公开。')).toEqual([
      'requests.received 9',
      'requests.granted 6',
      'requests.refused 3',
    ]);
    expect(said('予以公开的27件，无法提供的有48件，“不予处理”5件。')).toEqual([
      'requests.granted 27',
      'requests.unavailable 48',
      'requests.declined 5',
    ]);
  });

  test('in whole or part is a metric of its own', () => {
    for (const label of [
      '予以公开及部分公开',
      '予以公开或部分公开',
      '同意公开或部分公开',
      '全部或部分公开',
    ]) {
      expect(said(`${label}81件。`)).toEqual(['requests.grantedInWholeOrPart 81']);
    }
  });

  test('a reason is not an outcome', () => {
    expect(said('属于四类过程性信息1件，本机关不掌握相关信息2件，其他1件。')).toEqual([]);
  });

  test('closed, carried over and carried forward', () => {
    expect(said('收到申请70件，办结69件，1件结转下年度继续办理。')).toEqual([
      'requests.received 70',
      'requests.closed 69',
      'requests.carriedForward 1',
    ]);
    expect(said('受理申请3119件，答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复）。')).toEqual([
      'requests.received 3119',
      'requests.closed 3050',
      'requests.carriedOver 34',
      'requests.carriedForward 103',
    ]);
    expect(said('2024年收到申请15件，除2件结转2025年继续办理外，其他13件均已答复。')).toEqual([
      'requests.received 15',
      'requests.carriedForward 2',
      'requests.closed 13',
    ]);
    expect(said('2023年办结依申请公开177件（含2022年结转的3件）。')).toEqual([
      'requests.closed 177',
      'requests.carriedOver 3',
    ]);
    expect(said('全年新收政府信息公开申请20件，上年结转两件，结转下一年四件。')).toEqual([
      'requests.received 20',
      'requests.carriedOver 2',
      'requests.carriedForward 4',
    ]);
  });

  test('处理 is received plus carried over only where the text says so', () => {
    expect(said('共处理政府信息公开申请1261件（含上年度结转申请74件），答复1181件。')).toEqual([
      'requests.handled 1261',
      'requests.carriedOver 74',
      'requests.closed 1181',
    ]);
    expect(
      said('新收到申请1182件，办理1187件（含上年度结转申请57件，另有52件申请顺延到下年度答复）。'),
    ).toEqual([
      'requests.received 1182',
      'requests.closed 1187',
      'requests.carriedOver 57',
      'requests.carriedForward 52',
    ]);
  });

  test('全部办结 closes all that was received, 均在法定期限内答复 says only when', () => {
    expect(said('受理政府信息公开申请4条，已全部办结。')).toEqual([
      'requests.received 4',
      'requests.closed 4 implied',
    ]);
    expect(said('受理政府信息公开申请4条，均在法定期限内予以答复，办结率100%。')).toEqual([
      'requests.received 4',
    ]);
    expect(said('收到申请34件，上年结转2件，所有申请均已办理完成，转下一年度办理1件。')).toEqual([
      'requests.received 34',
      'requests.carriedOver 2',
      'requests.carriedForward 1',
    ]);
  });

  test('other matters that are answered and closed are not requests', () => {
    expect(
      said('办结省人大代表建议55件、政协提案83件，答复网民留言92条，办理热线工单47件，已全部办结。'),
    ).toEqual([]);
  });

  test.each([
    '办结建议提案120件，其中予以公开110件。',
    '办结人大建议60件、政协提案60件。其中，予以公开110件，部分公开10件，结转下年度1件。',
    '答复120件政协提案（予以公开110件，不予公开10件）。',
    '办理信访件30件，其中不予处理2件，自然人来信28件。',
  ])('nor are their outcomes: %s', (text) => {
    expect(said(`收到政府信息公开申请3119件。${text}`)).toEqual(['requests.received 3119']);
  });

  test('outcomes of requests beside other matters are', () => {
    expect(
      said('办结建议提案120件，收到政府信息公开申请30件，其中予以公开20件，属信访不予处理10件。'),
    ).toEqual(['requests.received 30', 'requests.granted 20', 'requests.declined 10']);
    expect(said('办结建议提案120件；收到依申请公开30件；予以公开20件。')).toContain('requests.granted 20');
  });
});

describe('a percentage is kept with its number', () => {
  test('after 占 or in brackets', () => {
    const shares = claimsIn('予以公开258件，占33.9%；不予公开20件（1.68%），公开率为30.80%。').map(
      ({ share }) => share,
    );
    expect(shares).toEqual(['33.9%', '1.68%']);
  });
});
