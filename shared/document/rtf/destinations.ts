/**
 * Groups whose content is no text of the body, by the control word they begin with. Groups marked with `\*` are
 * passed over besides, unless they are among those below.
 */
export const PASSED_OVER: ReadonlySet<string> = new Set(
  (
    'annotation atnauthor atndate atnicn atnid atnparent atnref atntime author buptim category colortbl comment ' +
    'company creatim datastore defchp defpap doccomm docvar falt fchars ffdeftext ffentrymcr ffexitmcr ffformat ' +
    'ffhelptext ffl ffname ffstattext filetbl fldinst fontemb footer footerf footerl footerr footnote formfield ' +
    'ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc header headerf headerl headerr hlinkbase info keywords latentstyles ' +
    'lchars listname listoverridetable listtable manager nextfile nonesttables nonshppict objalias objclass objdata ' +
    'objname objsect objtime operator panose pict pn pnseclvl pntxta pntxtb printim propname protusertbl ' +
    'pgdsctbl revtbl revtim rsidtbl rxe shprslt sn sp sv staticval stylesheet subject tc template themedata title txe ' +
    'userprops wgrffmtfilter xe xmlnstbl'
  ).split(' '),
);

/** Groups marked with `\*` that hold text all the same. */
export const READ_THOUGH_MARKED: ReadonlySet<string> = new Set([
  'shpinst',
  'do',
  'nesttableprops',
  'ud',
  'shptxt',
]);
