namespace Outreach.Content.Checks;

/// <summary>A place in a file of content; line and column from 1.</summary>
internal readonly record struct Spot(string File, int Line, int Column)
{
    public static Spot StartOf(string file) => new(file, 1, 1);
}
