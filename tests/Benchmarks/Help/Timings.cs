using System.Diagnostics;

namespace Outreach.Benchmarks.Help;

/// <summary>How long something took, each time, in milliseconds.</summary>
internal sealed class Timings
{
    private readonly List<double> _taken = [];

    public int Count => _taken.Count;
    public double Median => At(.5);
    public double P99 => At(.99);

    public static async Task<Timings> OfAsync(int times, Func<int, Task> work)
    {
        var timings = new Timings();
        for (var i = 0; i < times; i++)
        {
            await timings.AddAsync(() => work(i));
        }

        return timings;
    }

    public async Task AddAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        _taken.Add(clock.Elapsed.TotalMilliseconds);
    }

    /// <summary>The worst where there are fewer than a hundred.</summary>
    private double At(double share) => _taken.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(_taken.Count * share) - 1));
}
