using System.Globalization;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Tests.Requests;
using Outreach.Testing;

namespace Outreach.Cases.Tests.Receipts;

/// <summary>Codes guessed by the hundred thousand, through everything that stands in front of a case.</summary>
public sealed class GuessingTests
{
    private const int Tries = 100_000;
    private const int Places = 100;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_thousand_tries_stay_within_the_caps_and_the_right_code_waits_and_opens()
    {
        var clock = new HandMovedClock();
        var settings = new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory" };
        // The clock runs thousands of times too fast for the hash, so that its queue may be as long as it likes.
        await using var host = await CasesHost.StartAsync(settings, clock, cost: new ReceiptCost { Iterations = 1, Waiting = Tries });
        var (requests, hasher, right) = (host.Get<HelpRequests>(), host.Get<ReceiptHasher>(), ReceiptCode.New());
        await requests.SubmitAsync(SampleRequest.ByReceipt(), right, Cancellation);
        var before = hasher.Done;
        var wrong = Enumerable.Range(0, 100).Select(_ => ReceiptCode.New()).ToList();
        var places = Enumerable.Range(0, Places).Select(i => (Name: i.ToString(CultureInfo.InvariantCulture), Tried: new List<DateTimeOffset>())).ToList();
        var running = new List<Task<OpenOutcome>>();

        for (var i = 0; i < Tries; i++)
        {
            var (name, tried) = places[i % Places];
            var asked = requests.OpenAsync(wrong[i % wrong.Count], name, Cancellation);
            if (!asked.IsCompletedSuccessfully || await asked is not OpenOutcome.TooManyTries)
            {
                tried.Add(clock.GetUtcNow());
                running.Add(asked);
            }

            clock.Advance(TimeSpan.FromMilliseconds(30));
        }

        var opening = requests.OpenAsync(right, "somebody else", Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        var isDelayed = !opening.IsCompleted;
        clock.Advance(TryLimits.LongestWait);

        Assert.True(isDelayed);
        Assert.IsType<OpenOutcome.Opened>(await opening);
        Assert.All(await Task.WhenAll(running), outcome => Assert.IsType<OpenOutcome.NotFound>(outcome));
        Assert.All(places, place => Assert.All(
            place.Tried.Zip(place.Tried.Skip(TryLimits.PerBucket)),
            pair => Assert.True(pair.Second - pair.First >= TryLimits.Window, $"{place.Name}: a sixth try after {pair.Second - pair.First}")));
        Assert.InRange(hasher.Done - before, Places * TryLimits.PerBucket, running.Count + 1);
        Assert.InRange(running.Count, Places * TryLimits.PerBucket, Places * TryLimits.PerBucket * 6); // fifty minutes
    }
}
