/** Pairs of the form's characters, simplified and traditional. */
const TRADITIONAL = new Map(
  [
    ...'条條项項规規范範制製开開关關数數总總额額处處罰罰强強业業务務许許费費报報请請办辦结結转轉属屬国國机機构構为為应應该該资資诉訴讼訟复復议議维維纠糾审審经經后後计計现現废廢体體类類内內过過执執据據组組织織团團义義个個无無补補确確访訪举舉当當缴繳纳納单單万萬号號问問题題进進况況与與权權护護稳穩',
  ].reduce<[string, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1]!]);
    return pairs;
  }, []),
);

export const toTraditional = (text: string): string =>
  [...text].map((character) => TRADITIONAL.get(character) ?? character).join('');
