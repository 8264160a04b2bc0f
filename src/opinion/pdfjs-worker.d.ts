/** Sets the global by which pdf.js finds its reading half beside it, instead of in a Worker of its own. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
