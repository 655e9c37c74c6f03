/**
 * The page of the frame of cards, empty: the app puts CSS into `#card` and HTML into `#qa`. What it says itself comes first and weighs
 * little, so that a deck's CSS goes before it.
 */
export const FRAME_PAGE = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>Card</title>
<style>
html { background: #fff; color: #000; }
html.night-mode { color-scheme: dark; background: #1b1f27; color: #ebe6da; }
body { margin: 0; padding: 16px 20px; box-sizing: border-box; overflow-wrap: break-word; font-family: system-ui, sans-serif; }
.card.nightMode { background-color: #1b1f27; color: #ebe6da; }
#qa { display: flow-root; min-height: 1em; }
img, video, svg { max-width: 100%; }
img { height: auto; }
.no-picture { display: inline-block; padding: 4px 10px; border: 1px dashed currentColor; border-radius: 6px; font: 14px sans-serif; }
.cloze { font-weight: bold; color: #00f; }
.nightMode .cloze { color: #9db7ea; }
[data-href] { color: #2b4a86; text-decoration: underline; cursor: pointer; }
.nightMode [data-href] { color: #9db7ea; }
.replay-button { display: inline-flex; vertical-align: middle; margin: 3px; width: 40px; height: 40px; border: 1px solid #8f897b; border-radius: 50%; background: #fffdf9; color: #2b4a86; cursor: pointer; }
.replay-button::before { content: ""; margin: auto; border-left: 14px solid currentColor; border-top: 9px solid transparent; border-bottom: 9px solid transparent; transform: translateX(2px); }
.replay-button[data-playing] { background: #e6ebf5; }
.replay-button[aria-disabled] { opacity: .5; cursor: default; }
.nightMode .replay-button { background: #1b1f27; color: #9db7ea; border-color: #6b7280; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
details.hint { display: inline-block; }
details.hint summary { cursor: pointer; text-decoration: underline; }
.typed-answer { display: inline-block; min-width: 12em; min-height: 1.4em; padding: 4px 10px; border: 1px solid #8f897b; border-radius: 6px; font-family: monospace; white-space: pre-wrap; text-align: start; }
.typed-answer:empty { display: none; }
.typeGood { background: #e2f1e8; color: #1f6b45; }
.typeBad { background: #f9e5e2; color: #a3312c; text-decoration: line-through; }
.typeMissed { background: #fbefd6; color: #6b4300; text-decoration: underline; }
.nightMode .typeGood { background: #16301f; color: #79c99f; }
.nightMode .typeBad { background: #3a1d1c; color: #f0948c; }
.nightMode .typeMissed { background: #352a14; color: #f0bf62; }
.masked { position: relative; display: inline-block; max-width: 100%; }
.masked > img { display: block; }
.masked > svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.mask { fill: #ffeba2; stroke: #212121; vector-effect: non-scaling-stroke; }
.mask-asked { fill: #ff8e8e; }
.mask-shown { fill: none; stroke: #c2410c; stroke-width: 3; }
</style>
<style id="card"></style>
</head>
<body class="card"><div id="qa"></div></body>
</html>
`;
