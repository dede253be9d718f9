/** Where menus of table rows are put: inside of the page’s main part, yet outside of what scrolls and clips. */
export const MENUS_ID = 'menus'
