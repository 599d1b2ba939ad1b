// The search's worker: Material's own, which is asked in other words than it would ask itself.
//
// By itself it takes each word for the beginning of one: "an" finds "answer", and "value" ValueError. Here, a word
// that was typed to its end finds its own forms ("locks", "locked") and nothing else; only the last one, which may not
// be finished, finds what begins like it. The index holds what forms have in common.
const KNOWN = new Map(); // each word of the index, and what it has in common with its other forms
const SHORT = 4; // what has fewer letters is never the beginning of a word, unless it is all that was typed
const ADDRESS = /^0x[0-9a-f]+$/i; // of an object, in a message: another one in each run
const FILE = "py"; // of a name such as deadlock.py: it asks for the program, and counts for more than any other word
// What is pasted of a traceback, up to its last line, which says what was wrong.
const FRAMES = /^[^]*Traceback \(most recent call last\):[^]*\s(?=[\w.]+(?:Error|Exception|Group|Interrupt|Exit|Warning)\b)/;
let separator;

function common(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

// Whether Material's message is a question, or the settings of the index. It knows no entries: they are fetched here, where
// no page waits for them, and what Material's worker is told of has them.
addEventListener("message", (event) => {
  const { data: message } = event;
  if (typeof message.data === "string") {
    message.data = asked(message.data);
  } else if (message.data?.config && event.isTrusted) {
    event.stopImmediatePropagation();
    separator = new RegExp(message.data.config.separator);
    message.data.config.pipeline = ["stopWordFilter", "stemmer"];
    fetchEntries().then((docs) => {
      dispatchEvent(new MessageEvent("message", { data: { ...message, data: { ...message.data, docs } } }));
    });
  }
});

async function fetchEntries() {
  return (await fetch("../search/entries.json")).json();
}

importScripts(`javascripts/workers/${location.search.slice(1)}`);

const porter = lunr.stemmer;

function stem(word) {
  const found = common(word, porter(new lunr.Token(word)).toString());
  return found === word ? word : stem(found); // so that the form of a form is the same, wherever lunr makes it
}

lunr.stemmer = (token) => token.update((word) => {
  if (!KNOWN.has(word)) KNOWN.set(word, stem(word));
  return KNOWN.get(word);
});
lunr.Pipeline.registerFunction(lunr.stemmer, "courseStemmer");

// What is asked of lunr, by what was typed: `word^1` is this word, counted once, and `word*` is what begins like it.
let typed = new Map();
let question = "";

function asked(text) {
  question = text.trim().toLowerCase();
  const words = wordsOf(text);
  const isOpen = (word, at) =>
    at === words.length - 1 && !KNOWN.has(word) && (word.length >= SHORT || words.length === 1);
  const starts = words.map((word, at) => (isOpen(word, at) ? beginning(word) : stem(word)));
  typed = new Map(starts.map((start, at) => [start, words[at]]));
  return starts.map((start, at) => start + (isOpen(words[at], at) ? "*" : start === FILE ? "^20" : "^1")).join(" ");
}

function wordsOf(text) {
  const words = text.replace(FRAMES, "").toLowerCase().replaceAll("’", "'").split(separator);
  const parts = words.flatMap((word) => (KNOWN.has(word) ? [word] : word.split(".")));
  return parts.filter((word) => word && lunr.stopWordFilter(word) && !ADDRESS.test(word));
}

// How the index may begin the word that begins like this.
function beginning(word) {
  const forms = [...KNOWN].filter(([known]) => known.startsWith(word)).map(([, form]) => form);
  return forms.length ? forms.reduce(common, word) : stem(word);
}

// Whether a result has the very name that was asked for: a message, a program's file, or its path.
function isMeant({ title, location }) {
  const plain = title.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const [, path] = location.match(/programs\/#(.+)$/) ?? [];
  const name = plain.toLowerCase();
  return (
    (path && (name.startsWith(`${question}:`) || `${path}.py` === question.replace("/", "-"))) ||
    (location.includes("errors/#") && name === question)
  );
}

// What is meant by its name comes first, in a group of its own.
function meantFirst(groups) {
  const meant = groups.flat().filter(isMeant);
  const others = groups.map((group) => group.filter((item) => !meant.includes(item))).filter((group) => group.length);
  return [...meant.map((item) => [item]), ...others];
}

// Say of a result which words it lacks as they were typed.
const post = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.data?.items) message.data.items = meantFirst(message.data.items);
  for (const item of message.data?.items?.flat() ?? []) {
    item.terms = Object.fromEntries(Object.entries(item.terms).map(([word, has]) => [typed.get(word) ?? word, has]));
  }
  post(message);
};
