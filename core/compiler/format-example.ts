/** A complete small course, as docs/course-format.md shows it: one language, one lesson, a question of every kind that needs no picture. */
export const EXAMPLE: Readonly<Record<string, string>> = {
  'course.yaml': `id: rivers
title: { en: Rivers }
languages: [en]
source: { en: Where rivers come from and where they go }
lessons:
  - id: begin
    prefix: rv
`,
  'glossary.yaml': `- id: delta
  term: { en: delta }
  meaning: { en: Land that a river builds at its mouth. }
`,
  'lessons/begin/lesson.en.md': `---
title: From spring to sea
objectives:
  - Tell the parts of a river in their order.
---

## The way of a river {#the-way}

A river begins at its **spring** and ends at its **mouth**. Where it carries much sand, it builds
a [delta](term:delta).

| Part | What the water does |
|---|---|
| spring | comes out of the ground |
| upper course | cuts into the rock |
| lower course | lays down sand |

- Water flows *downhill*, always.
- What flows into a river is its tributary.

## The Nile {#the-nile}

> The gift of the Nile: so the ancients called Egypt.

The Nile is about 6,650 kilometres long and flows into the Mediterranean Sea. The Aswan High Dam was
opened in 1971.
`,
  'lessons/begin/questions.yaml': `- id: rv-delta
  kind: card
  section: the-way
  prompt: { en: What makes a river build land at its mouth? }
  back: { en: It carries much sand. }
  explanation: { en: Where the water is slow the sand stays behind. }

- id: rv-ends
  kind: cloze
  section: the-way
  prompt: { en: 'A river begins at its {{1}} and ends at its {{2}}.' }
  blanks:
    - { as: text, accept: { en: [spring, source] } }
    - { as: text, accept: { en: [mouth] } }
  explanation: { en: Both words are used of every river there is. }

- id: rv-sand
  kind: choice
  section: the-way
  inline: true
  prompt: { en: Where does a river lay down its sand? }
  options:
    - { en: in its lower course, right: true }
    - { en: in its upper course, why: { en: There it is quick and cuts into the rock. } }
    - { en: at its very spring }
  explanation: { en: Slow water can not carry what quick water could. }

- id: rv-parts
  kind: choices
  section: the-way
  prompt: { en: Which of these are parts of a river? }
  options:
    - { en: spring, right: true }
    - { en: mouth, right: true }
    - { en: glacier }
    - { en: harbour }
  explanation: { en: A glacier may feed a river and a harbour may lie at one. }

- id: rv-sea
  kind: typed
  section: the-nile
  prompt: { en: Into which sea does the Nile flow? }
  accept: { en: [the Mediterranean Sea, Mediterranean] }
  explanation: { en: It comes from the south and reaches the sea in Egypt. }

- id: rv-length
  kind: number
  section: the-nile
  prompt: { en: How long is the Nile? }
  answer: 6650
  tolerance: 100
  unit: { en: kilometres }
  explanation: { en: The length depends on which spring one counts from. }

- id: rv-dam
  kind: date
  section: the-nile
  prompt: { en: When was the Aswan High Dam opened? }
  answer: 1971
  explanation: { en: It was built for eleven years before it was opened. }

- id: rv-order
  kind: order
  section: the-way
  prompt: { en: Put the parts of a river into the order in which water passes them. }
  items:
    - { en: spring }
    - { en: upper course }
    - { en: lower course }
    - { en: mouth }
  explanation: { en: Water flows downhill and never comes back to a part above. }

- id: rv-work
  kind: match
  section: the-way
  prompt: { en: What does the water do where? }
  pairs:
    - { left: { en: spring }, right: { en: it comes out of the ground } }
    - { left: { en: upper course }, right: { en: it cuts into the rock } }
    - { left: { en: lower course }, right: { en: it lays down sand } }
  explanation: { en: Water that flows quickly can move more than slow water. }
`,
};
