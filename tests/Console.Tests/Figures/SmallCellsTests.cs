using Outreach.Staff.Figures;

namespace Outreach.Staff.Tests.Figures;

public sealed class SmallCellsTests
{
    [Fact]
    public void Counts_of_ten_and_more_are_shown_with_their_totals() =>
        Assert.Equal(new int?[,] { { 10, 20, 30 }, { 30, 40, 70 }, { 40, 60, 100 } }, SmallCells.Of(new[,] { { 10, 20 }, { 30, 40 } }));

    [Fact]
    public void A_small_count_takes_with_it_what_would_give_it_back()
    {
        var shown = SmallCells.Of(new[,] { { 3, 20, 50 }, { 30, 12, 60 }, { 80, 90, 70 } });

        Assert.Null(shown[0, 0]);
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], Hidden(shown));
        Assert.Equal(415, shown[3, 3]);
    }

    [Fact]
    public void A_table_of_few_shows_nothing_at_all() => Assert.All(SmallCells.Of(new[,] { { 1, 0 }, { 0, 2 } }).Cast<int?>(), Assert.Null);

    [Fact]
    public void Small_counts_whose_sum_is_small_hide_another_beside_them()
    {
        // Without more, 100 - 60 - 35 would tell that the two hidden ones are five together.
        var shown = SmallCells.Of(new[,] { { 2, 3, 35, 60 }, { 40, 50, 60, 70 }, { 40, 50, 60, 70 } });

        Assert.True(Hidden(shown).Count(cell => cell.Row == 0) >= 3);
    }

    [Fact]
    public void One_column_alone_is_protected_by_another_row()
    {
        var shown = SmallCells.Of(new[,] { { 3 }, { 50 }, { 60 } });

        Assert.Null(shown[0, 0]);
        Assert.Null(shown[1, 0]);
        Assert.Equal(113, shown[3, 0]);
    }

    [Fact]
    public void In_a_thousand_tables_no_hidden_count_follows_from_what_is_shown()
    {
        var random = new Random(7);
        for (var i = 0; i < 1_000; i++)
        {
            var counts = ATable(random);

            var shown = SmallCells.Of(counts);

            Assert.All(shown.Cast<int?>(), cell => Assert.True(cell is null or >= SmallCells.Least));
            Assert.Empty(WorkedOut(shown));
        }
    }

    [Fact]
    public void The_reckoning_of_this_test_finds_a_count_that_follows() =>
        Assert.Equal([(0, 0)], WorkedOut(new int?[,] { { null, 20, 23 }, { 30, 40, 70 }, { 33, 60, 93 } }));

    private static int[,] ATable(Random random)
    {
        var counts = new int[random.Next(1, 8), random.Next(1, 13)];
        var scale = random.Next(1, 60);
        for (var r = 0; r < counts.GetLength(0); r++)
        {
            for (var c = 0; c < counts.GetLength(1); c++)
            {
                counts[r, c] = random.Next(0, scale);
            }
        }

        return counts;
    }

    private static List<(int Row, int Column)> Hidden(int?[,] shown) =>
        [.. from r in Enumerable.Range(0, shown.GetLength(0)) from c in Enumerable.Range(0, shown.GetLength(1)) where shown[r, c] is null select (r, c)];

    /// <summary>Solves the equations of rows and columns by elimination, another way than the code's: the unknowns with one value alone.</summary>
    private static List<(int Row, int Column)> WorkedOut(int?[,] shown)
    {
        var (rows, columns) = (shown.GetLength(0), shown.GetLength(1));
        var unknown = Hidden(shown);
        var index = unknown.Select((cell, i) => (cell, i)).ToDictionary(u => u.cell, u => u.i);
        var equations = new List<double[]>();
        for (var r = 0; r < rows; r++)
        {
            equations.Add(Equation(Enumerable.Range(0, columns).Select(c => ((r, c), c == columns - 1))));
        }

        for (var c = 0; c < columns; c++)
        {
            equations.Add(Equation(Enumerable.Range(0, rows).Select(r => ((r, c), r == rows - 1))));
        }

        Reduce(equations, unknown.Count);
        return [.. equations.Where(e => e.Take(unknown.Count).Count(v => Math.Abs(v) > 1e-9) == 1).Select(e => unknown[Array.FindIndex(e, v => Math.Abs(v) > 1e-9)])];

        double[] Equation(IEnumerable<((int, int) Cell, bool IsTotal)> cells)
        {
            var equation = new double[unknown.Count];
            foreach (var (cell, isTotal) in cells)
            {
                if (index.TryGetValue(cell, out var at))
                {
                    equation[at] = isTotal ? -1 : 1;
                }
            }

            return equation;
        }
    }

    private static void Reduce(List<double[]> equations, int unknowns)
    {
        var row = 0;
        for (var column = 0; column < unknowns && row < equations.Count; column++)
        {
            var pivot = equations.FindIndex(row, e => Math.Abs(e[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (equations[row], equations[pivot]) = (equations[pivot], equations[row]);
            var by = equations[row][column];
            equations[row] = [.. equations[row].Select(v => v / by)];
            for (var other = 0; other < equations.Count; other++)
            {
                var factor = equations[other][column];
                if (other != row && Math.Abs(factor) > 1e-9)
                {
                    equations[other] = [.. equations[other].Zip(equations[row], (a, b) => a - (factor * b))];
                }
            }

            row++;
        }
    }
}
