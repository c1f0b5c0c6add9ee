using Outreach.Cases.Desk;
using Outreach.Content.Store;
using Outreach.Staff.Cases;
using Outreach.Staff.Frame;
using Outreach.Storage.Cases;

namespace Outreach.Staff.Figures;

/// <summary>The figures of cases for the overview, small ones hidden.</summary>
internal sealed class CaseFigures(CaseStatistics statistics, ContentStore content)
{
    private const int MonthsOfReplies = 12;
    private const int MonthsOfTopics = 6;

    public async Task<Shown> ReadAsync(ConsoleText text, CancellationToken cancellationToken)
    {
        var today = content.Today;
        var totals = await statistics.ReadAsync(today.AddMonths(1 - MonthsOfReplies), cancellationToken);
        var buckets = Enum.GetValues<FirstReplyWithin>().Where(b => b != FirstReplyWithin.None).Append(FirstReplyWithin.None).ToList();
        var replies = SmallCells.Of(Table(buckets.Count, 1, (row, _) => totals.Tallies.Where(t => t.FirstReply == buckets[row]).Sum(t => t.Count)));
        var months = Enumerable.Range(0, MonthsOfTopics).Select(i => today.AddMonths(i + 1 - MonthsOfTopics)).ToList();
        var topics = content.Current.Topics.Select(t => t.Id).Append("other").ToList();
        var byTopic = SmallCells.Of(Table(topics.Count, months.Count, (row, column) => totals.Tallies
            .Where(t => t.Month == (months[column].Year * 100) + months[column].Month && TopicOf(t.Topic, topics) == topics[row]).Sum(t => t.Count)));
        return new Shown(
            totals.Live,
            totals.Urgent,
            totals.Overdue,
            [.. buckets.Select((b, i) => (text["figures.reply." + b.ToString().ToLowerInvariant()], replies[i, 0]))],
            [.. months.Select(m => $"{m.Month:00}/{m.Year}")],
            [
                .. topics.Select((t, i) => (CaseWords.Topic(text, content.Current, t), Row(byTopic, i))),
                (text["figures.total"], Row(byTopic, topics.Count)),
            ]);
    }

    /// <summary>A topic that content has no more is among "other".</summary>
    private static string TopicOf(string topic, List<string> topics) => topics.Contains(topic) ? topic : "other";

    private static int[,] Table(int rows, int columns, Func<int, int, int> count)
    {
        var table = new int[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                table[r, c] = count(r, c);
            }
        }

        return table;
    }

    private static IReadOnlyList<int?> Row(int?[,] table, int row) => [.. Enumerable.Range(0, table.GetLength(1)).Select(c => table[row, c])];

    /// <param name="Replies">Time of the first reply and how many; null = hidden.</param>
    /// <param name="Topics">Name and a number for each month, then the total; the last row has the totals.</param>
    internal sealed record Shown(
        int Live, int Urgent, int Overdue, IReadOnlyList<(string Name, int? Count)> Replies, IReadOnlyList<string> Months, IReadOnlyList<(string Name, IReadOnlyList<int?> Counts)> Topics);
}
