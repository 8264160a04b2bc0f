/** Where samples, message and pane do not fit beside each other, they stand below one another. */
export const NARROW = "@media (max-width: 960px)";
