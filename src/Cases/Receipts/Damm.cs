namespace Outreach.Cases.Receipts;

/// <summary>H. M. Damm's check digit: finds every wrong digit and every swap of two neighbours.</summary>
internal static class Damm
{
    // Damm's own quasigroup of order 10: https://en.wikipedia.org/wiki/Damm_algorithm
    private static readonly byte[][] Table =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    public static char CheckDigit(ReadOnlySpan<char> digits) => (char)('0' + Interim(digits));

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    public static bool Holds(ReadOnlySpan<char> digits) => Interim(digits) == 0;

    private static int Interim(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            interim = Table[interim][digit - '0'];
        }

        return interim;
    }
}
