// What is asked of Pagefind for the visitor's words, and what several of its answers come to.

// Pagefind's Indonesian stems keep the sound that a prefix puts in place of t and k ("tenun", "menenun"), so the words
// are looked for both ways.
export function spelt(words, lang) {
  if (lang !== "id") return [words];
  const other = words.toLowerCase().replace(/\S+/g, (word) => {
    const bare = word.replace(/^(di|ter)(?=[tk][aeiou])/, "");
    if (/^[mp]en[aeiou]/.test(word)) return word.replace(/^[mp]en/, "t");
    if (/^[mp]eng[aeiou]/.test(word)) return word.replace(/^[mp]eng/, "k");
    return bare.replace(/^t(?=[aeiou])/, "men").replace(/^k(?=[aeiou])/, "meng");
  });
  return other === words.toLowerCase() ? [words] : [words, other];
}

// The results of several answers, each page once, the best first.
export function joined(answers) {
  const all = new Map();
  for (const result of answers.flatMap((answer) => answer?.results ?? [])) {
    if (!(all.get(result.id)?.score > result.score)) all.set(result.id, result);
  }
  return [...all.values()].sort((one, other) => other.score - one.score);
}

// How many results each choice of a facet has; where both answers have some, they may be the same ones: then it is
// not known.
export function totals(answers, facet) {
  const all = answers.map((answer) => answer?.totalFilters[facet] ?? {});
  const count = (name) => all.map((each) => each[name] ?? 0).filter(Boolean);
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, count(name)]));
}
