namespace Outreach.Content.Shared;

/// <summary>Days on which people are off, or may be: a message planned for one of them is sent after it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">How many of them are days off by law; fewer than the span where it is not announced yet which.</param>
/// <param name="Certain">False while the official notice is awaited: the span then holds every day that may be off, and a date moved because of it is asked about.</param>
public sealed record Holiday(string Id, Localized Name, DateOnly From, DateOnly To, int Days, bool Certain)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}
