using System.Numerics;
using System.Runtime.InteropServices;

namespace Outreach.Content.Search.Learning;

/// <summary>Fits a model by gradient descent, one example after another, always in the same order: the same content gives the same model.</summary>
internal static class Trainer
{
    private const int Epochs = 5;
    private const float FirstRate = 2;

    /// <summary>The steps get shorter each time through.</summary>
    private const float Decay = 0.7f;

    public static LinearModel Fit(IReadOnlyList<Example> examples, int features, int classes)
    {
        var model = new LinearModel(features, classes);
        var errors = new float[model.Row];
        var rate = FirstRate;
        for (var epoch = 0; epoch < Epochs; epoch++, rate *= Decay)
        {
            foreach (var at in Order(examples.Count))
            {
                var (text, right) = examples[at];
                model.Read(text, errors);
                errors[right] -= 1;
                Step(model, text, MemoryMarshal.Cast<float, Vector<float>>(errors), rate);
            }
        }

        return model;
    }

    private static void Step(LinearModel model, ReadOnlySpan<Feature> text, ReadOnlySpan<Vector<float>> errors, float rate)
    {
        foreach (var (number, value) in text)
        {
            var own = model.Weights(number);
            var step = new Vector<float>(rate * value);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] -= errors[i] * step;
            }
        }
    }

    /// <summary>Each once, far ones one after another: the examples of a class stand together.</summary>
    private static IEnumerable<int> Order(int count)
    {
        const int steps = 97;
        for (var first = 0; first < steps; first++)
        {
            for (var at = first; at < count; at += steps)
            {
                yield return at;
            }
        }
    }
}

/// <param name="Right">Number of its class.</param>
internal readonly record struct Example(Feature[] Text, int Right);
