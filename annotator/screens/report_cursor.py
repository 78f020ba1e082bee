"""Pages of numbers with a cursor among them: where it stands on each, and how it moves."""

from annotator.report.pages import Page
from annotator.report.pieces import NumberedLine
from annotator.screens.whole import WholeScreen
from db.report.cells import Cell


class NumbersScreen(WholeScreen[None]):
    """A screen of pages whose rows of numbers a cursor goes through.

    One who comes back to a page finds the place again.
    """

    def __init__(self, name: str, pages: int) -> None:
        super().__init__(name)
        self._number = 0
        """Of the page on show, from 0."""
        self._tops = [0] * pages
        """How far each page is scrolled."""
        self._cursors = [0] * pages
        """Number of the row of the cursor among the rows that can be opened, by page."""
        self._column = 0
        self._page: Page
        self._height = 0

    def lay_out(self) -> None:
        """Another size: laid out anew."""
        self.show()

    def show(self) -> None:
        """Lay the page out and draw everything."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the page as it is laid out, with the cursor."""
        raise NotImplementedError

    def action_page_of(self, number: int) -> None:
        """Go to the page of that number, from 0."""
        self._number = number
        self.show()

    def action_turn(self, by: int) -> None:
        """Go to the next or the previous page, round and round."""
        self.action_page_of((self._number + by) % len(self._tops))

    def action_move(self, by: int) -> None:
        """Move the cursor to the next row of numbers, or scroll where there is none."""
        rows = self._opened_rows()
        if not rows:
            self._go(self._tops[self._number] + by)
            return
        cursor = max(0, min(self._cursors[self._number] + by, len(rows) - 1))
        if cursor == self._cursors[self._number]:  # what follows the last row is only read
            self._go(self._tops[self._number] + by)
            return
        self._cursors[self._number] = cursor
        top, room, row = self._tops[self._number], max(1, self._room()), rows[cursor]
        self._go(row if row < top else max(top, row - room + 1))

    def action_across(self, by: int) -> None:
        """Go to another number of the row."""
        self._column += by
        self.draw()

    def action_page(self, by: int) -> None:
        """Move by what is seen at once, less a row."""
        self.action_move(by * max(1, self._room() - 1))

    def action_edge(self, end: bool) -> None:
        """Go to the beginning or the end."""
        self._cursors[self._number] = max(0, len(self._opened_rows()) - 1) if end else 0
        self._go(len(self._page.body) if end else 0)

    def _opened_rows(self) -> list[int]:
        return [n for n, line in enumerate(self._page.body) if isinstance(line, NumberedLine)]

    def _row(self) -> int | None:
        """The number of the cursor's row among the rows of the page."""
        rows = self._opened_rows()
        if not rows:
            return None
        self._cursors[self._number] = min(self._cursors[self._number], len(rows) - 1)
        return rows[self._cursors[self._number]]

    def _line(self) -> NumberedLine | None:
        """The row under the cursor."""
        row = self._row()
        line = self._page.body[row] if row is not None else None
        return line if isinstance(line, NumberedLine) else None

    def _cell(self) -> tuple[str, Cell] | None:
        """The number under the cursor."""
        line = self._line()
        if line is None:
            return None
        self._column = max(0, min(self._column, len(line.cells) - 1))
        return line.cells[self._column]

    def _room(self) -> int:
        return self._page.room(self._height)

    def _go(self, top: int) -> None:
        self._tops[self._number] = top
        self.draw()

    def _top(self) -> int:
        """The first row on show, within what there is."""
        lowest = max(0, len(self._page.body) - self._room())
        top = self._tops[self._number] = max(0, min(self._tops[self._number], lowest))
        return top
