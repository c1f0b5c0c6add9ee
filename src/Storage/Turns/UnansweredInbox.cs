using Microsoft.EntityFrameworkCore;

namespace Outreach.Storage.Turns;

/// <summary>The editors' inbox: the questions nobody could answer.</summary>
public sealed class UnansweredInbox(IDbContextFactory<OutreachDb> databases, LocalDay day)
{
    /// <summary>Days a question is kept: a year's Law Days and minimum wages have come round by then.</summary>
    public const int KeptForDays = 400;

    /// <param name="since">The first day to read, in the organisation's days; null = all that is kept.</param>
    /// <returns>By day. Within one day in an order that tells nothing.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public Task<IReadOnlyList<UnansweredQuestion>> ReadAsync(DateOnly? since, CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<UnansweredQuestion>>(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UnansweredQuestions.AsNoTracking()
            .Where(question => since == null || question.Day >= since)
            .OrderBy(question => question.Day).ThenBy(question => question.Id)
            .ToListAsync(cancellationToken);
    });

    /// <summary>Deletes the questions that are older than <see cref="KeptForDays"/>.</summary>
    internal Task PruneAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        var oldest = day.Today.AddDays(-KeptForDays);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ColdPath.DeleteAsync(db, db.UnansweredQuestions.Where(question => question.Day < oldest), cancellationToken);
    });
}
