import { Unreadable } from '../../../shared/document/unreadable.ts';
import { scanXml } from '../../../shared/document/xml/scan-xml.ts';

const KNOWN = { 'urn:a': 'a' };

/** What is told of a text, each element with its attribute `a:v`; or the reason for its refusal. */
const told = (xml: string): string[] => {
  const events: string[] = [];
  try {
    scanXml(xml, KNOWN, {
      open: (name, attributes) => events.push(`<${name}${attributes.get('a:v') ?? ''}`),
      close: (name) => events.push(`${name}>`),
      text: (text) => events.push(text),
    });
    return events;
  } catch (error) {
    if (error instanceof Unreadable) return [error.rejection.reason];
    throw error;
  }
};

describe('an XML text', () => {
  test('is told in order, with names in the prefixes of the reader', () => {
    expect(
      told('<?xml version="1.0"?><x xmlns="urn:a"><y:z xmlns:y="urn:a" y:v=\'1>2\'/>t</x>\n<!-- end -->'),
    ).toEqual(['<a:x', '<a:z1>2', 'a:z>', 't', 'a:x>']);
    expect(told('<a:x xmlns:a="urn:other"/>')).toEqual(['<?:x', '?:x>']);
  });

  test.each([
    ['<x xmlns:a="urn:a" a:v=">"/>', '>'],
    ['<x xmlns:a="urn:a"><y a:v="/>"/></x>', '/>'],
    ['<x xmlns:a="urn:a"><y a:v="p=" b=">"/></x>', 'p='],
    ['<x xmlns:a="urn:a"><y b="" a:v=">"></y></x>', '>'],
    [`<x xmlns:a="urn:a"><y a:v='">' b="'>"/></x>`, '">'],
    ['<x xmlns:a="urn:a"><y b=" xmlns:a=" a:v = ">x" ></y></x>', '>x'],
  ])('has each tag end behind its quotes: %s', (xml, value) => {
    const opened = told(xml).filter((event) => event.startsWith('<') && event.endsWith(value));
    expect(opened.length).toBe(1);
  });

  test('has its five entities and its character references resolved, and no other', () => {
    expect(told('<x>&lt;&#x4e00;&#19968;&amp;lt;<![CDATA[&amp;]]></x>')).toEqual([
      '<x',
      '<一一&lt;',
      '&amp;',
      'x>',
    ]);
    expect(told('<x>&nbsp;</x>')).toEqual(['damaged']);
    expect(told('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')).toEqual(['damaged']);
  });

  test.each([
    '',
    'text',
    '<x>',
    '<x></y>',
    '<x/><y/>',
    '<x/>text',
    '<x a="1/>',
    '<x a="1""><y b="2"/></x>',
    '<x a=1>&#0;</x>',
    '<x a:v=1/>',
    '<x><!-- </x>',
    '</x>',
  ])('is damaged when it reads %p', (xml) => {
    expect(told(xml)).toEqual(['damaged']);
  });

  test('is damaged when it is cut anywhere', () => {
    const whole = '<x xmlns="urn:a"><y v="1">文<z/></y></x>';
    for (let length = 0; length < whole.length; length++)
      expect(told(whole.slice(0, length))).toEqual(['damaged']);
  });

  test('may not nest without end, nor take long over quotes', () => {
    expect(told('<x>'.repeat(20_000))).toEqual(['too-large']);
    expect(told(`<x ${'v=">" '.repeat(100_000)}/>`)).toEqual(['<x', 'x>']);
  });
});
