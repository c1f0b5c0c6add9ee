using System.Runtime.CompilerServices;
using Outreach.Content.Crisis;
using Outreach.Content.Loading;
using Outreach.Content.Search.Evaluations;
using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Crisis;

public sealed class CrisisWordsTests
{
    private static readonly Lazy<ContentSnapshot> Real = new(() =>
        ContentCompiler.Compile(ContentFolder.Read(Path.Combine(Here(), "../../../content")), SampleContent.Day).SnapshotOver(ContentSnapshot.Empty("")));

    private readonly CrisisWords _words = new SampleContent().Snapshot().Crisis;

    [Theory]
    [InlineData("em bị đánh")]
    [InlineData("EM BỊ ĐÁNH!!!")]
    [InlineData("em bi danh")]
    [InlineData("em bi dánh")]
    [InlineData("em bij ddanhs")]
    [InlineData("em bị đánhhhhh")]
    [InlineData("e bi\u0323 đa\u0301nh r")]
    [InlineData("bị, đánh")]
    public void A_phrase_is_found_however_it_is_typed(string text) => Assert.Equal("violence", _words.Find(text)?.Id);

    [Theory]
    [InlineData("bị đánh giá kém")]
    [InlineData("bi danh gia kem")]
    [InlineData("bí danh")]
    [InlineData("bị đành")]
    [InlineData("")]
    [InlineData("🙏")]
    public void Other_words_with_the_same_letters_are_not(string text) => Assert.Null(_words.Find(text));

    [Fact]
    public void A_phrase_outside_an_exclusion_still_counts() =>
        Assert.Equal("violence", _words.Find("bị đánh giá kém rồi còn bị đánh")?.Id);

    [Fact]
    public void An_exclusion_of_one_danger_does_not_silence_another()
    {
        var words = new SampleContent().Replace("crisis.yml", "want to die]", "want to die, bị đánh giá]").Snapshot().Crisis;

        Assert.Equal("suicide", words.Find("bị đánh giá")?.Id);
    }

    [Fact]
    public void The_longest_phrase_says_which_danger_it_is()
    {
        var words = new SampleContent().Replace("crisis.yml", "want to die]", "want to die, bị đánh tới chết]").Snapshot().Crisis;

        Assert.Equal("suicide", words.Find("bị đánh tới chết")?.Id);
    }

    [Fact]
    public void Abbreviations_are_spelt_out_before()
    {
        var words = new SampleContent().Replace("crisis.yml", "bóp cổ]", "chồng đánh]").Snapshot().Crisis;

        Assert.Equal("violence", words.Find("ck đánh")?.Id);
    }

    [Fact]
    public void A_gap_lets_four_words_stand_between_and_no_more()
    {
        var words = new SampleContent().Replace("crisis.yml", "bóp cổ]", "chồng … đánh]").Snapshot().Crisis;

        Assert.Equal("violence", words.Find("chồng em tối qua lại đánh")?.Id);
        Assert.Null(words.Find("chồng em tối hôm qua lại đánh"));
    }

    [Fact]
    public void Two_gap_signs_let_twice_as_many_words_stand_between()
    {
        var words = With("giữ …… không cho về");

        Assert.Equal("violence", words.Find("giữ một hai ba bốn năm sáu bảy tám không cho về")?.Id);
        Assert.Null(words.Find("giữ một hai ba bốn năm sáu bảy tám chín không cho về"));
    }

    [Fact]
    public void A_small_gap_lets_two_words_stand_between()
    {
        var words = With("chồng ~ đánh");

        Assert.All(["chồng đánh", "chồng em lại đánh"], text => Assert.Equal("violence", words.Find(text)?.Id));
        Assert.Null(words.Find("chồng em tối lại đánh"));
    }

    [Fact]
    public void A_later_place_may_need_another_beginning_of_the_gap()
    {
        var words = With("chồng … (đánh|đòi đánh) em");

        Assert.Equal("violence", words.Find("chồng đòi đánh bạn rồi đánh em")?.Id);
    }

    [Fact]
    public void A_word_with_an_exclamation_mark_must_be_typed_with_its_marks()
    {
        var words = With("bị bán!");

        Assert.Equal("violence", words.Find("em bị bán")?.Id);
        Assert.Null(words.Find("em bi ban"));
    }

    [Theory]
    [InlineData("giử hộ chiếu")]
    [InlineData("giư hô chiêu")]
    [InlineData("gĩu hộ chiếu")]
    [InlineData("giữ hộ chiéu")]
    public void Marks_may_be_missing_or_hoi_written_for_nga(string text) => Assert.Equal("violence", With("(giữ|gỉu) hộ chiếu").Find(text)?.Id);

    [Theory]
    [InlineData("giũ hồ chiếu")]
    [InlineData("giữ hổ chiếu")]
    public void Another_tone_is_another_word(string text) => Assert.Null(With("giữ hộ chiếu").Find(text));

    [Fact]
    public void Choices_stand_for_each_of_them()
    {
        var words = new SampleContent().Replace("crisis.yml", "bóp cổ]", "(nó|hắn) (đấm|đạp) em]").Snapshot().Crisis;

        Assert.All(["nó đấm em", "hắn đạp em", "han dam em"], text => Assert.Equal("violence", words.Find(text)?.Id));
        Assert.Null(words.Find("nó em"));
    }

    [Fact]
    public void An_exclusion_of_a_part_takes_back_a_phrase_with_a_gap()
    {
        var words = new SampleContent().Replace("crisis.yml", "bóp cổ]", "chồng … đánh]").Replace("crisis.yml", "[bị đánh giá]", "[đánh bài]").Snapshot().Crisis;

        Assert.Null(words.Find("chồng em hay đánh bài"));
    }

    [Fact]
    public void Our_own_list_finds_people_in_danger()
    {
        var lines = File.ReadAllLines(Path.Combine(Here(), "in-danger.tsv")).Select(l => l.Split('\t')).ToList();

        var missed = lines.Where(l => Real.Value.Crisis.Find(l[1]) is null).Select(l => l[1]).ToList();

        Assert.True(missed.Count <= lines.Count * 0.02, string.Join('\n', missed));
    }

    /// <summary>Who asks for these may well be in danger: the card is no false alarm there.</summary>
    private static readonly HashSet<string> TellOfDanger =
        ["bao-luc-gia-dinh", "mua-ban-nguoi", "xam-hai-tre-em", "quay-roi-tinh-duc", "hdld-giu-giay-to-dat-coc", "ma-tuy-mai-dam-ho-tro", "ket-hon-nguoi-nuoc-ngoai", "tin-dung-den"];

    [Fact]
    public void Our_own_list_leaves_ordinary_questions_alone()
    {
        var answers = Real.Value.Languages.Values.SelectMany(l => l.Answers.Values).Where(a => !TellOfDanger.Contains(a.Id));
        var lines = File.ReadAllLines(Path.Combine(Here(), "not-in-danger.txt")).Concat(answers.SelectMany(a => a.Variants.Append(a.Question))).ToList();

        var wrong = lines.Where(l => Real.Value.Crisis.Find(l) is not null).ToList();

        Assert.True(wrong.Count <= lines.Count * 0.02, string.Join('\n', wrong));
    }

    /// <summary>The examples hold these lines too: no measure of what is new, but what is known stays known.</summary>
    [Fact]
    public void Our_own_list_finds_what_frightened_people_write()
    {
        using var file = File.OpenText(Path.Combine(Here(), "crisis-lines.jsonl"));
        var questions = EvaluationFiles.ReadQuestions(file, []).ToLookup(q => q.Intent.StartsWith(LabelledQuestion.CrisisPrefix, StringComparison.Ordinal));
        var (danger, peace) = (questions[true].ToList(), questions[false].ToList());

        var missed = danger.Where(q => Real.Value.Crisis.Find(q.Text) is null).Select(q => q.Text).ToList();
        var wrong = peace.Where(q => Real.Value.Crisis.Find(q.Text) is not null).Select(q => q.Text).ToList();

        Assert.Equal((420, 163), (danger.Count, peace.Count));
        Assert.True(missed.Count <= danger.Count * 0.02, string.Join('\n', missed));
        Assert.True(wrong.Count <= peace.Count * 0.02, string.Join('\n', wrong));
    }

    [Fact]
    public void What_the_examples_teach_is_known()
    {
        var (crisis, examples) = (Real.Value.Crisis, Real.Value.Crisis.Examples);

        var missed = examples.Dangers.Where(d => crisis.Find(d.Text) is null).Select(d => d.Text).ToList();
        var wrong = examples.Harmless.Where(text => crisis.Find(text) is not null).ToList();

        Assert.True(missed.Count <= examples.Dangers.Count * 0.02, string.Join('\n', missed));
        // They are written to sound like danger.
        Assert.True(wrong.Count <= examples.Harmless.Count * 0.04, string.Join('\n', wrong));
    }

    private static CrisisWords With(string phrase) =>
        new SampleContent().Replace("crisis.yml", "bóp cổ]", $"\"{phrase}\"]").Snapshot().Crisis;

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
