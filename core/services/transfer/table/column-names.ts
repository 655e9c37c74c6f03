import type { Mapping } from '../format.ts';

export type ColumnKind = NonNullable<Mapping['columns']>[number];

/** What columns are called in tables of words and questions, lower-case, by what such a column is: in the languages of those who write them. */
const NAMES: Readonly<Record<Exclude<ColumnKind, 'field'>, string>> = {
  tags: 'tags|tag|labels|label|category|categories|topic|topics|แท็ก|ป้าย|หมวด|หมวดหมู่|schlagwörter|kategorie|étiquettes|catégorie|etiquetas|categoría|categoria|标签|タグ|태그|метки|теги',
  deck: 'deck|deck name|deckname|สำรับ|ชุด|ชุดการ์ด|stapel|paquet|mazo|baralho|牌组|デッキ',
  'note-type': 'note type|notetype|note-type|model|ชนิดโน้ต|ประเภทโน้ต|notiztyp',
  id: 'id|guid|uuid|note id|noteid|card id|รหัส|编号|番号',
  skip: '#|no|no.|nr|nr.|number|ลำดับ|ลำดับที่|ที่|序号|№',
};
const FIELDS = [
  'front|back|question|answer|prompt|response|term|definition|word|meaning|translation|text|extra|back extra|key|value|title|description|cloze|source|comment|comments',
  'example|examples|sentence|example sentence|hint|notes|note|reading|pronunciation|ipa|audio|sound|image|picture|explanation|synonym|synonyms|antonym|phrase|vocabulary',
  'part of speech|pos|type|gender|plural|article|lesson|unit|chapter|level|frequency|rank|romanization|romanisation|romaji|transliteration|transcription|phonetic|infinitive',
  'option a|option b|option c|option d|correct answer|date|event|year|country|capital|symbol|name|formula|code|lemma|base|foreign|native|l1|l2|simplified|traditional',
  'kanji|kana|hiragana|katakana|onyomi|kunyomi|furigana|expression|hanzi|pinyin|zhuyin|hangul|hanja|radical|strokes|jlpt|hsk',
  'english|thai|german|french|spanish|italian|japanese|chinese|korean|russian|arabic|portuguese|dutch|polish|turkish|czech|greek|hebrew|hindi|vietnamese|indonesian|latin|swedish|finnish|danish|norwegian|hungarian|ukrainian|persian|lao|khmer|burmese',
  'ด้านหน้า|ด้านหลัง|หน้า|หลัง|คำถาม|คำตอบ|โจทย์|เฉลย|คำศัพท์|ศัพท์|คำ|ความหมาย|คำแปล|แปล|นิยาม|คำนิยาม|ตัวอย่าง|ประโยค|คำใบ้|หมายเหตุ|คำอ่าน|เสียง|รูป|รูปภาพ|คำอธิบาย|ภาษาไทย|ภาษาอังกฤษ|ไทย|อังกฤษ|ญี่ปุ่น|จีน|เกาหลี',
  'wort|vokabel|übersetzung|bedeutung|frage|antwort|vorderseite|rückseite|beispiel|beispielsatz|satz|hinweis|deutsch|englisch|französisch|spanisch|begriff|aussprache|wortart',
  'mot|traduction|question|réponse|recto|verso|définition|signification|exemple|phrase|indice|français|anglais|allemand|espagnol|prononciation',
  'palabra|traducción|significado|pregunta|respuesta|anverso|reverso|definición|ejemplo|frase|español|inglés|francés|alemán|pronunciación',
  'palavra|tradução|pergunta|resposta|frente|verso|exemplo|português|inglês|parola|traduzione|significato|domanda|risposta|fronte|retro|esempio|italiano|inglese',
  'woord|vertaling|betekenis|vraag|antwoord|voorkant|achterkant|nederlands|engels|słowo|tłumaczenie|znaczenie|pytanie|odpowiedź|przykład|polski|angielski|slovo|slovíčko|překlad|význam|otázka|odpověď|kelime|anlam|anlamı|çeviri|soru|cevap|örnek|türkçe|ingilizce',
  'слово|перевод|значение|вопрос|ответ|пример|определение|термин|транскрипция|русский|английский|слова|переклад|питання|відповідь|λέξη|σημασία|μετάφραση|ερώτηση|απάντηση|מילה|פירוש|תרגום|כלמה|كلمة|معنى|ترجمة|سؤال|جواب',
  '单词|單字|词|詞|词语|詞語|生词|汉字|漢字|拼音|释义|釋義|意思|翻译|翻譯|问题|問題|答案|例句|正面|背面|英文|中文|英语|単語|意味|読み|読み方|例文|質問|答え|表|裏|日本語|英語|ふりがな|단어|뜻|의미|번역|질문|답|예문|한국어|영어|từ|từ vựng|nghĩa|ví dụ|câu hỏi|trả lời',
];
const KIND_BY_NAME = new Map<string, ColumnKind>([
  ...FIELDS.flatMap((names) => names.split('|').map((name) => [name, 'field'] as const)),
  ...Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split('|').map((name) => [name, kind as ColumnKind] as const),
  ),
]);

/** What a column of this name is; undefined for a name that is not known. */
export const kindOfName = (name: string): ColumnKind | undefined =>
  KIND_BY_NAME.get(name.normalize('NFC').replaceAll('_', ' ').trim().toLowerCase());
