namespace Outreach.Cases.PersonalData;

/// <summary>Workplaces, lodgings and addresses: a chain of parts such as "phòng 305", "nhà trọ Cô Ba", "12/3 đường Lê Lợi", of which one at least is a name.</summary>
internal static class Places
{
    private const int MaxParts = 8;

    public static void Mark(Reading reading)
    {
        for (var i = 0; i < reading.Count; i++)
        {
            if (PlacePart.At(reading, i, chained: false) is not { } part)
            {
                continue;
            }

            var end = part.Last;
            var weight = part.Weight;
            var most = part.Weight;
            for (var parts = 1; parts < MaxParts && Next(reading, end) is { } next; parts++)
            {
                end = next.Last;
                weight += next.Weight;
                most = Math.Max(most, next.Weight);
            }

            if (weight >= PlacePart.Enough && most > 1)
            {
                reading.Take(i, end, PersonalKind.Place);
                i = end;
            }
            else
            {
                i = part.Head > 0 ? i + part.Head - 1 : i;
            }
        }
    }

    /// <summary>The next part of the chain, after a blank or a comma.</summary>
    private static PlacePart? Next(Reading reading, int end)
    {
        var at = reading.Is(end + 1, ',') || reading.Is(end + 1, '-') ? end + 2 : end + 1;
        return at < reading.Count && reading.SameLine(at) ? PlacePart.At(reading, at, chained: true) : null;
    }
}
