/** The page's script. A report of one visit can be read without it. */
document.documentElement.classList.add('live');
