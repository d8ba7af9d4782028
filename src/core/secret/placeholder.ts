/** Long enough to mean the same inside a longer run of letters: `changemeplease`. */
const ANYWHERE: readonly string[] = [
  "changeme changethis changeit changenow editme updateme setme notset tobeset tobefilled tobedefined tobechanged tobegenerated pleaseset willbeset replaceme replacethis replacewith placeholder fillmein",
  "fillthisin fillme randomstring yoursecret yourkey yourtoken yourown yourauth yournext yourjwt yoursuper yourrandom",
  "insertyour putyour addyour setyour enteryour generateyour secrethere keyhere goeshere tobereplaced",
  "undefined cambiame cambiaesto reemplaza substitua troqueme changezmoi remplacez aendermich ersetzen",
  "cambiami sostituisc wijzigmij zmienmnie degistir verandermij gantidengan gantiini thaydoi zamenite",
  "変更 置き換 ください あなたの ここに 入力 替换 替換 修改 更改 你的 您的 填写 填入 改成 请 此处 文字列 ランダム 必須",
  "随机 隨機 更換 更换 랜덤 임의 случайн сгенерир βαλε αντικατ यहां अपना",
  "변경 여기에 입력 교체 당신 замени измени поменя ваш твои сюда встав заміні змініть",
  "هنا اینجا تغییر غير ضع כאן החלף בחר बदल यहाँ เปลี่ยน ใส่ εδώ αλλαξ",
].flatMap((line) => withoutAccents(line).split(" "));

/** Whole words that ask for a replacement wherever they stand, without accents. */
const WORDS = new Set(
  [
    "openssl generated change changes changed replace replaced your yours here placeholder todo fixme tbd insert fill somesecret",
    "override overwrite edit modify update customize customise redacted masked removed unset injected provided overwritten",
    "aqui cambia cambiar cambie cambialo reemplazar reemplace ingresa ingrese inserta genera generar",
    "troque trocar mude mudar altere alterar substituir coloque insira gere gerar seu sua suas seus",
    "votre vos ici changez changer remplacer modifier modifiez inserez inserer mettez generez generer",
    "aendere andere dein deine deinen deinem ihr ihre ihren hier andern aendern anderung ersetze einfugen einfuegen einsetzen eintragen",
    "tuo tua inserisci inserire modifica generare cambiare",
    "jouw mij verander wijzig wijzigen vervang vervangen invullen",
    "twoj twoja twoje tutaj zmien zamien wstaw wpisz wygeneruj podmien",
    "sizin senin buraya degistirin degistiriniz uretin girin giriniz yazin",
    "ganti isi anda disini masukkan ubah isikan kamu",
    "thay nhap dien ban",
    "zameni zamenit vash tvoj tvoy tvoi xiugai tihuan syuda suda pomenyay izmeni izmenite vstav vstavte",
    "ditt mig byt andra skift endre bytt vaihda sinun tahan vas zde zmente nahradte vas cserelj ide schimba aici inlocuieste",
    "apna yahan badlo badle badal palitan ilagay badilisha weka tukar allaxe",
    "aleatoria aleatorio aleatoire zufallig zufallige zufalliger zufaellig zufaellige zufaelliger casuale willekeurig willekeurige",
    "losowy losowa losowe rastgele acak sluchaynaya sluchaynyy nahodny satunnainen tilfeldig tilfaeldig slumpmassig",
    "platzhalter ersetzt segnaposto sostituire indsaet sett erstatt zmen promeni promijeni zamijeni",
  ].flatMap((line) => line.split(" ")),
);

/** Words that ask only where a value begins with them: `set-this-in-production`, `tu-clave`. */
const OPENERS = new Set(
  "any some same set add put enter paste provide generate type choose tu su ton ta din uw".split(
    " ",
  ),
);

/** Words for a thing to be made: with "random" they describe the value that should stand here. */
const THINGS = new Set("string value chars characters secret key hash text bytes".split(" "));

const FORMS: readonly RegExp[] = [
  /^<[^<>]*>$/,
  // [your secret], {your-secret}: but no list of bytes
  /^\[(?!\s*(?:0x)?[\da-f]{1,3}\s*[,;])[^[\]]*\]$/i,
  /^\{(?!\s*(?:0x)?[\da-f]{1,3}\s*[,;])[^{}]*\}$/i,
  /^[xX*.?#_\u2022\u2026\s-]{2,}$/,
  /^(?:none|null|nil|undefined|unset|n\/a|tbd|tba|nan)$/i,
  /^__[A-Z0-9_]+__$/,
  /^(?:get|copy|fetch|ask|see|stored)\b.*(?:\b|_)(?:from|in|team|admin|vault|1password|bitwarden)(?:\b|_)/i,
  /\b(?:at[\s_-]least|min(?:imum)?(?:[\s_-]of)?|must[\s_-]be|should[\s_-]be)[\s_-]\d+[\s_-]?(?:random[\s_-])?(?:chars?|characters|bytes|bits)\b/i,
];

/** Longer texts do not ask to be replaced. */
const LONGEST = 400;

/** True for a text that asks to be replaced, in one of many languages. */
export function isPlaceholder(value: string): boolean {
  if (value.length > LONGEST) return false;
  if (FORMS.some((form) => form.test(value))) return true;
  const plain = withoutAccents(value);
  const words = wordsOf(plain);
  if (words.some((word) => WORDS.has(word)) || OPENERS.has(words[0] ?? "")) return true;
  if (words.includes("random") && words.some((word) => THINGS.has(word))) return true;
  const run = plain.toLowerCase().replace(/[\s_.-]+/g, "");
  return ANYWHERE.some((marker) => run.includes(marker));
}

function withoutAccents(value: string): string {
  return value
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replaceAll("ı", "i");
}

/** The words of a value: split at signs, at digits and before capitals. */
function wordsOf(value: string): string[] {
  return value
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
