using System.Numerics;
using System.Runtime.InteropServices;

namespace Outreach.Content.Search.Learning;

/// <summary>Softmax regression: how much each feature speaks for each class. Immutable once trained; the same text always gets the same chances.</summary>
internal sealed class LinearModel
{
    private readonly float[] _weights;

    public LinearModel(int features, int classes)
    {
        (Classes, Row) = (classes, RowOf(classes));
        _weights = new float[features * Row];
    }

    public int Classes { get; }

    /// <summary>How long a row of weights is: one for each class, and some unused so that vectors fit.</summary>
    public int Row { get; }

    public static int RowOf(int classes) => (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>What a feature adds for a class; over all classes these add up to zero.</summary>
    public float Weight(int feature, int of) => _weights[(feature * Row) + of];

    public Span<Vector<float>> Weights(int feature) => MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(feature * Row, Row));

    /// <param name="chances">A <see cref="Row"/> long; filled with the chance of each class, together 1.</param>
    public void Read(ReadOnlySpan<Feature> text, Span<float> chances)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(chances);
        sums.Clear();
        foreach (var (number, value) in text)
        {
            var own = Weights(number);
            var by = new Vector<float>(value);
            for (var i = 0; i < own.Length; i++)
            {
                sums[i] += own[i] * by;
            }
        }

        // What only fills the row up can never be chosen.
        chances[Classes..].Fill(float.NegativeInfinity);
        ToChances(sums);
    }

    private static void ToChances(Span<Vector<float>> sums)
    {
        var highest = sums[0];
        foreach (var sum in sums[1..])
        {
            highest = Vector.Max(highest, sum);
        }

        var top = new Vector<float>(Highest(highest));
        var all = Vector<float>.Zero;
        foreach (ref var sum in sums)
        {
            all += sum = Vector.Exp(sum - top);
        }

        var share = new Vector<float>(1 / Vector.Sum(all));
        foreach (ref var sum in sums)
        {
            sum *= share;
        }
    }

    private static float Highest(Vector<float> of)
    {
        var highest = of[0];
        for (var i = 1; i < Vector<float>.Count; i++)
        {
            highest = MathF.Max(highest, of[i]);
        }

        return highest;
    }
}
