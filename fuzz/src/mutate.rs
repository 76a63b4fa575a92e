//! Inputs from inputs: cut, copied, joined, damaged, and sprinkled with words that mean something.

/// Words that some reader treats in a special way.
const WORDS: [&str; 48] = [
    "\n\n",
    "\r\n",
    "\r",
    "\u{feff}",
    "\u{fffd}",
    "\u{2028}",
    "\u{202e}",
    "\0",
    "+++\n",
    "---\n",
    "```\n",
    "> ",
    "| | 0 |",
    "<div>",
    "</p>",
    "<script>",
    "&nbsp;",
    "&#x0;",
    "<!--",
    "]]>",
    "<![CDATA[",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "’s",
    "(",
    ")",
    "[a3a17192]",
    "Leave a Reply",
    "By admin",
    "Disclaimer:",
    "2024-08-18",
    "2023-02-30",
    "Aug. 18",
    "last week",
    "on Monday",
    "the 1990s",
    "9999-12-31",
    "0000",
    "İ",
    "ß",
    "한국",
    "e\u{301}",
    "[[story]]\n",
    "published = ",
    "said Mr. ",
];

/// Makes inputs, the same ones for the same seed.
#[derive(Debug)]
pub struct Mutator {
    corpus: Vec<Vec<u8>>,
    state: u64,
}

impl Mutator {
    /// A mutator of these inputs.
    pub fn new(corpus: Vec<Vec<u8>>, seed: u64) -> Self {
        Self { corpus, state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1 }
    }

    /// The next input.
    pub fn next_input(&mut self) -> Vec<u8> {
        let mut input = self.part(4_000);
        for _ in 0..=self.below(8) {
            self.change(&mut input);
        }
        input
    }

    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 16) as usize % limit.max(1)
    }

    /// A stretch of one of the inputs.
    fn part(&mut self, longest: usize) -> Vec<u8> {
        let from = self.below(self.corpus.len());
        let length = self.corpus[from].len();
        let start = if self.below(3) == 0 { 0 } else { self.below(length) };
        let end = (start + 1 + self.below(longest)).min(length);
        self.corpus[from][start..end].to_vec()
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.below(input.len() + 1);
        match self.below(6) {
            0 => input.truncate(at),
            1 => {
                let part = self.part(200);
                input.splice(at..at, part);
            }
            2 => {
                let end = (at + self.below(60)).min(input.len());
                input.drain(at..end);
            }
            3 if at < input.len() => input[at] = self.below(256) as u8,
            4 => {
                let word = WORDS[self.below(WORDS.len())].repeat(1 + self.below(3) * self.below(40));
                input.splice(at..at, word.into_bytes());
            }
            _ => {
                let word = WORDS[self.below(WORDS.len())];
                input.splice(at..at, word.bytes());
            }
        }
    }
}
