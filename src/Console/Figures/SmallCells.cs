namespace Outreach.Staff.Figures;

/// <summary>
/// A table of counts with its totals, as it may be shown: what is under <see cref="Least"/> is hidden, and so is as much
/// beside it as is needed that nobody gets a hidden count back by adding and subtracting what is shown.
/// </summary>
/// <remarks>
/// The table with its margins is a graph: rows and columns are the nodes, hidden cells the edges, and each row and column
/// is an equation (its cells add up to its total). A hidden cell follows from the shown ones exactly where its edge is a
/// bridge, that is on no ring of hidden cells. So for each such cell the cheapest ring is hidden. And the hidden cells of a
/// row whose total is shown have a sum that follows too: it is a count like any other and may not be under the least either.
/// </remarks>
internal sealed class SmallCells
{
    /// <summary>In a table of fewer than ten people somebody recognises somebody.</summary>
    public const int Least = 10;

    private readonly int[,] _cells;
    private readonly bool[,] _hidden;
    private readonly int _rows;
    private readonly int _columns;

    private SmallCells(int[,] cells)
    {
        (_cells, _rows, _columns) = (cells, cells.GetLength(0), cells.GetLength(1));
        _hidden = new bool[_rows, _columns];
    }

    /// <returns>The same table with a column and a row of totals added at the end; null = hidden.</returns>
    public static int?[,] Of(int[,] counts)
    {
        var table = new SmallCells(WithTotals(counts));
        table.Hide();
        var shown = new int?[table._rows, table._columns];
        table.Each((r, c) => shown[r, c] = table._hidden[r, c] ? null : table._cells[r, c]);
        return shown;
    }

    private static int[,] WithTotals(int[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var all = new int[rows + 1, columns + 1];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                all[r, c] = counts[r, c];
                all[r, columns] += counts[r, c];
                all[rows, c] += counts[r, c];
                all[rows, columns] += counts[r, c];
            }
        }

        return all;
    }

    private void Hide()
    {
        Each((r, c) => _hidden[r, c] = _cells[r, c] < Least);
        while (HideSmallSums() || HideRings())
        {
        }
    }

    /// <returns>Whether anything was hidden.</returns>
    private bool HideSmallSums()
    {
        var changed = false;
        for (var r = 0; r < _rows; r++)
        {
            var row = r;
            changed |= HideSmallSum(_columns, c => (row, c));
        }

        for (var c = 0; c < _columns; c++)
        {
            var column = c;
            changed |= HideSmallSum(_rows, r => (r, column));
        }

        return changed;
    }

    private bool HideSmallSum(int length, Func<int, (int Row, int Column)> cell)
    {
        var (totalRow, totalColumn) = cell(length - 1);
        var inside = Enumerable.Range(0, length - 1).Select(cell).ToList();
        var hidden = inside.Where(IsHidden).ToList();
        if (_hidden[totalRow, totalColumn] || hidden.Count == 0 || hidden.Sum(Value) >= Least)
        {
            return false;
        }

        // There is one: were all cells hidden, their sum would be the total, which is not under the least.
        var (row, column) = inside.Where(c => !IsHidden(c)).MinBy(Value);
        return _hidden[row, column] = true;
    }

    private bool HideRings()
    {
        for (var r = 0; r < _rows; r++)
        {
            for (var c = 0; c < _columns; c++)
            {
                if (_hidden[r, c] && HideRing(r, c))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The cheapest way from the cell's row to its column over other cells: hidden ones cost nothing, shown ones what is lost with them.</summary>
    private bool HideRing(int row, int column)
    {
        var cost = Enumerable.Repeat(long.MaxValue, _rows + _columns).ToArray();
        var cameBy = new (int Row, int Column)[_rows + _columns];
        var open = new PriorityQueue<int, long>();
        (cost[row], var goal) = (0, _rows + column);
        open.Enqueue(row, 0);
        while (open.TryDequeue(out var node, out var soFar))
        {
            if (soFar > cost[node])
            {
                continue;
            }

            foreach (var (r, c) in CellsOf(node).Where(cell => cell != (row, column)))
            {
                var next = node < _rows ? _rows + c : r;
                var reached = soFar + (_hidden[r, c] ? 0 : 1 + _cells[r, c]);
                if (reached < cost[next])
                {
                    (cost[next], cameBy[next]) = (reached, (r, c));
                    open.Enqueue(next, reached);
                }
            }
        }

        var changed = false;
        for (var node = goal; node != row && cost[goal] < long.MaxValue;)
        {
            var (r, c) = cameBy[node];
            changed |= !_hidden[r, c];
            _hidden[r, c] = true;
            node = node < _rows ? _rows + c : r;
        }

        return changed;
    }

    private IEnumerable<(int Row, int Column)> CellsOf(int node) => node < _rows
        ? Enumerable.Range(0, _columns).Select(c => (node, c))
        : Enumerable.Range(0, _rows).Select(r => (r, node - _rows));

    private bool IsHidden((int Row, int Column) cell) => _hidden[cell.Row, cell.Column];

    private int Value((int Row, int Column) cell) => _cells[cell.Row, cell.Column];

    private void Each(Action<int, int> visit)
    {
        for (var r = 0; r < _rows; r++)
        {
            for (var c = 0; c < _columns; c++)
            {
                visit(r, c);
            }
        }
    }
}
