using Outreach.Cases.PersonalData;

namespace Outreach.Cases.Tests.Personal;

/// <summary>
/// The detector on made-up help requests, labelled by hand: it was mended by its faults on "tuning", "held" and "held-second".
/// "held-third" was written before the last mending and measured once after it; its faults are never looked at. There the aims of
/// 99 % of numbers and 95 % precision are missed (98.2 % and 93.1 % when it was first measured): what is right on texts it knows says
/// little of others. How a find is counted stands at <see cref="Score"/>. The floors are what was reached, a little below; raise them
/// with the detector. Whoever mends it by "held-third" writes another set first.
/// </summary>
public sealed class LabelledDataTests(ITestOutputHelper output)
{
    private static readonly PersonalKind[] NumbersAndMail = [PersonalKind.Phone, PersonalKind.Identity, PersonalKind.Account, PersonalKind.Email];

    [Fact]
    public void Texts_it_was_tuned_on_are_masked_well() => Check(["tuning"], numbers: 0.99, names: 0.95, places: 0.95, precision: 0.98);

    [Fact]
    public void Other_texts_it_was_tuned_on_are_masked_well() => Check(["held"], numbers: 0.99, names: 0.92, places: 0.89, precision: 0.97);

    [Fact]
    public void Still_others_it_was_tuned_on_are_masked_well() => Check(["held-second"], numbers: 0.99, names: 0.93, places: 0.80, precision: 0.96);

    [Fact]
    public void Texts_it_was_not_tuned_on_are_masked_well() => Check(["held-third"], numbers: 0.98, names: 0.87, places: 0.80, precision: 0.93);

    [Fact]
    public void All_labelled_texts_together_are_masked_well() => Check(["tuning", "held", "held-second", "held-third"], numbers: 0.99, names: 0.93, places: 0.89, precision: 0.97);

    private void Check(string[] sets, double numbers, double names, double places, double precision)
    {
        var texts = sets.SelectMany(set => LabelledText.Read(Path.Combine(AppContext.BaseDirectory, "personal-data", set + ".jsonl"))).ToList();

        var score = Score.Of(texts);

        output.WriteLine($"{string.Join("+", sets)}: {score}");
        Assert.InRange(texts.Count, 400 * sets.Length, int.MaxValue);
        Assert.InRange(score.Recall(NumbersAndMail), numbers, 1);
        Assert.InRange(score.Recall(PersonalKind.Name), names, 1);
        Assert.InRange(score.Recall(PersonalKind.Place), places, 1);
        Assert.InRange(score.Precision, precision, 1);
        Assert.InRange(score.SameKind, 0.95, 1);
    }
}
