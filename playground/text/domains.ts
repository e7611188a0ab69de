/** Endings that make a bare `name.ending` an address. Telegram knows all registered ones; here stand those met in practice. */

const countries =
  "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";
const generic =
  "academy agency app art asia bank bar biz blog business cafe cash cat center chat city click cloud club codes com company computer consulting coop credit design dev digital direct domains edu education email energy engineering events expert express farm fashion finance fit fm food foundation fun fund games gift gmbh gov group guide guru health help holdings host house icu inc info ink institute int international jobs kitchen land law legal life link live loan ltd llc market marketing media mil mobi money moscow moda name net network news online org page parts party photo photos pics place plus press pro productions promo properties pub red rent repair report rest review rocks run sale school science services shoes shop shopping site social software solutions space sport store studio style supply support systems tax taxi team tech technology tel tips today tools top tours toys trade training travel university vip video vision watch website wiki win work works world xyz yoga zone";
const national = "рф рус москва дети онлайн сайт орг ком укр бел қаз срб мкд бг мон ею";

const endings = new Set([countries, generic, national].flatMap((list) => list.split(" ")));

/** True for an ending written in one case, or with its first letter capital only. */
export function isCommonEnding(ending: string): boolean {
  const lower = ending.toLowerCase();
  if (lower !== ending && lower.slice(1) === ending.slice(1)) return false;
  return endings.has(lower);
}
