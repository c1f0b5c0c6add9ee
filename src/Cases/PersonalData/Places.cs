namespace Outreach.Cases.PersonalData;

/// <summary>Workplaces, lodgings and addresses: a chain of parts such as "phòng 305", "nhà trọ Cô Ba", "12/3 đường Lê Lợi", of which one at least is a name.</summary>
internal static class Places
{
    private const int MaxParts = 8;
    private const int MaxBetween = 3;

    private static readonly PhraseList Gates = new("cổng, cổng sau, cổng trước, nhà ăn, nhà xe, bãi giữ xe, đầu, cuối, cạnh, gầm");

    public static void Mark(Reading reading)
    {
        for (var i = 0; i < reading.Count; i++)
        {
            if ((Led(reading, i) ?? PlacePart.At(reading, i, chained: false)) is not { } part)
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
        if (at >= reading.Count || !reading.SameLine(at))
        {
            return null;
        }

        if (PlacePart.At(reading, at, chained: true) is { } part)
        {
            return part;
        }

        // "quán Hẻm Xanh, cuối chợ Lách"
        return PlaceWords.Beside.At(reading, at) is > 0 and var beside && PlacePart.At(reading, at + beside, chained: true) is { Weight: >= PlacePart.Enough, Head: > 0 } other ? other : null;
    }

    /// <summary>A head without a name before a place with one: "dorm cty Sun Hi", "lán ve chai gầm cầu Vĩnh Phú".</summary>
    private static PlacePart? Led(Reading reading, int first)
    {
        var head = Math.Max(PlaceWords.Works.At(reading, first), PlaceWords.Lodgings.At(reading, first));
        head = head == 0 ? Gates.At(reading, first) : head;
        if (head == 0 || !reading.IsWord(first) || NameWords.Bodies.At(reading, first) > head)
        {
            return null;
        }

        var at = first + head;
        for (var between = 0; between <= MaxBetween && at < reading.Count && reading.SameLine(at) && reading.Gap(at).Length == 1; between++, at++)
        {
            var beside = PlaceWords.Beside.At(reading, at);
            if (!reading.IsCapital(at) && (reading.IsWord(at) || reading.IsFree(at)) && PlacePart.At(reading, at + beside, chained: false) is { Weight: >= PlacePart.Enough, Head: > 0 } part && (between > 0 || beside > 0 || PlacePart.At(reading, first, chained: false) is not { Weight: >= PlacePart.Enough }))
            {
                return new PlacePart(head, part.Last, PlacePart.Enough);
            }

            if (beside > 0 || reading.IsCapital(at) || reading[at].Kind == TokenKind.Sign || reading[at].Lower is "là" or "la" || NameWords.Stops.Has(reading[at]) || PlaceWords.NotTrades.Has(reading[at]) || NameWords.Titles.Has(reading[at]) || reading[at].Kind == TokenKind.Digits && reading[at].Length > 3)
            {
                return null;
            }
        }

        return null;
    }
}
