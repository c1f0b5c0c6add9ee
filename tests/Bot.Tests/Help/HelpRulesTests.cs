using Outreach.Bot.Help;
using Outreach.Cases.Receipts;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Tests.Help;

public sealed class HelpRulesTests
{
    private static readonly PersonalWords Finder = new(
        text => text.Contains("0912", StringComparison.Ordinal) ? ["0912"] : [],
        (text, _) => text.Replace("0912", "[số]", StringComparison.Ordinal));

    private static readonly HelpInput Yes = new HelpInput.Yes(null);
    private static readonly HelpInput No = new HelpInput.No(null);
    private static readonly HelpInput Done = new HelpInput.Done();
    private static readonly HelpInput Back = new HelpInput.Back();

    public static TheoryData<string, string> Paths => new()
    {
        // what somebody does, where they are then
        { "", "Danger" },
        { "no", "Consent" },
        { "yes", "Consent" },
        { "no no", "Cancelled" },
        { "no yes", "Mode" },
        { "no yes chat", "Topic" },
        { "no yes receipt topic", "Words" },
        { "no yes receipt topic said", "Words" },
        { "no yes receipt topic done", "Words" },
        { "no yes receipt topic said done", "Confirm" },
        { "no yes receipt topic number done", "Review" },
        { "no yes receipt topic number done mask", "Confirm" },
        { "no yes receipt topic number done as-it-is", "Confirm" },
        { "no yes receipt topic number done edit", "Words" },
        { "no yes receipt topic said done send", "Saving" },
        { "no yes receipt topic said done typed-send", "Confirm" },
        { "no yes receipt topic said done other-send", "Confirm" },
        { "no yes receipt topic said done send saved", "Received" },
        { "no yes receipt topic said done send not-saved", "Confirm" },
        { "no yes receipt topic said done send saved send", "Received" },
        { "no yes receipt topic said done send saved cancel", "Received" },
        { "back", "Cancelled" },
        { "no back", "Danger" },
        { "no yes back", "Consent" },
        { "no yes receipt back", "Mode" },
        { "no yes receipt topic back", "Topic" },
        { "no yes receipt topic number done back", "Words" },
        { "no yes receipt topic said done back", "Words" },
        { "cancel", "Cancelled" },
        { "no yes receipt topic said done cancel", "Cancelled" },
        { "said", "Danger" },
        { "no said", "Consent" },
        { "done", "Danger" },
        { "no yes receipt send", "Topic" },
        { "no yes receipt topic said done code", "Confirm" },
        { "no erase-yes", "Consent" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Each_step_leads_where_it_should(string done, string step)
    {
        var state = After(done);

        Assert.Equal(Enum.Parse<HelpStep>(step), state.Step);
    }

    [Fact]
    public void A_button_of_another_question_answers_nothing()
    {
        var atErase = Start() with { Step = HelpStep.Erase };

        var state = HelpRules.Next(atErase, new HelpInput.Yes(HelpStep.Danger), Finder);

        Assert.Equal(HelpStep.Erase, state.Step);
    }

    [Fact]
    public void Words_said_before_they_are_asked_for_are_not_kept()
    {
        var state = After("said");

        Assert.Empty(state.Words);
        Assert.Equal(HelpNotice.NotYet, state.Notice);
    }

    [Fact]
    public void No_more_than_four_thousand_characters_are_taken_in_all()
    {
        var state = After("no yes receipt topic");
        for (var i = 0; i < 50; i++)
        {
            state = HelpRules.Next(state, new HelpInput.Said(new string('a', 100), false), Finder);
        }

        Assert.InRange(state.Text.Length, 3_800, HelpState.MaxTextChars);
        Assert.Equal(HelpNotice.TooLong, state.Notice);
    }

    [Fact]
    public void Masking_keeps_no_unmasked_copy()
    {
        var state = After("no yes receipt topic number done mask");

        Assert.Equal("gọi [số]", state.Text);
        Assert.Equal(HelpNotice.Masked, state.Notice);
    }

    [Fact]
    public void A_typed_word_sends_only_what_whose_code_was_shown()
    {
        var shown = After("no yes receipt topic said done") with { CodeShown = true };

        Assert.Equal(HelpStep.Saving, HelpRules.Next(shown, new HelpInput.Send(null), Finder).Step);
        Assert.Equal(HelpNotice.CodeFirst, After("no yes receipt topic said done typed-send").Notice);
    }

    [Theory]
    [InlineData("no yes receipt topic said done send saved")]
    [InlineData("no yes receipt topic said cancel")]
    public void What_is_over_keeps_nothing_that_was_written(string done)
    {
        var state = After(done);

        Assert.Empty(state.Words);
        Assert.Null(state.Code);
        Assert.True(state.IsOver);
    }

    [Fact]
    public void Danger_in_the_words_is_remembered_whatever_the_step()
    {
        var early = HelpRules.Next(Start(), new HelpInput.Said("", InDanger: true), Finder);
        var late = HelpRules.Next(After("no yes receipt topic"), new HelpInput.Said("chồng đánh", InDanger: true), Finder);

        Assert.True(early.CardShown);
        Assert.True(late.CardShown);
        Assert.False(early.InDanger);
    }

    [Fact]
    public void Where_there_is_one_way_to_answer_it_is_not_asked_for()
    {
        var state = HelpRules.Next(Start() with { Step = HelpStep.Consent, Modes = [AnswerMode.Receipt] }, Yes, Finder);

        Assert.Equal(HelpStep.Topic, state.Step);
        Assert.Equal(AnswerMode.Receipt, state.Mode);
    }

    [Fact]
    public void A_way_that_the_channel_has_not_cannot_be_chosen()
    {
        var state = HelpRules.Next(Start() with { Step = HelpStep.Mode, Modes = [AnswerMode.Receipt] }, new HelpInput.Choose(AnswerMode.Chat), Finder);

        Assert.Equal(HelpStep.Mode, state.Step);
    }

    [Fact]
    public void Every_step_can_be_left()
    {
        foreach (var step in Enum.GetValues<HelpStep>().Where(step => step is not (HelpStep.Received or HelpStep.Erased)))
        {
            var state = HelpRules.Next(Start() with { Step = step }, new HelpInput.Cancel(), Finder);

            Assert.True(state.IsOver, step.ToString());
        }
    }

    private static HelpState After(string done) =>
        done.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Start(), (state, word) => HelpRules.Next(state, Input(word), Finder));

    private static HelpState Start() => new()
    {
        Step = HelpStep.Danger,
        Language = "vi",
        Id = Guid.NewGuid(),
        Nonce = "abc",
        Code = ReceiptCode.New(),
        Modes = [AnswerMode.Chat, AnswerMode.Receipt],
    };

    private static HelpInput Input(string word) => word switch
    {
        "yes" => Yes,
        "no" => No,
        "chat" => new HelpInput.Choose(AnswerMode.Chat),
        "receipt" => new HelpInput.Choose(AnswerMode.Receipt),
        "topic" => new HelpInput.Pick("lao-dong"),
        "said" => new HelpInput.Said("bị nợ lương", false),
        "number" => new HelpInput.Said("gọi 0912", false),
        "done" => Done,
        "mask" => new HelpInput.MaskForMe(),
        "as-it-is" => new HelpInput.SendAsItIs(),
        "edit" => new HelpInput.Edit(false),
        "send" => new HelpInput.Send("abc"),
        "other-send" => new HelpInput.Send("abd"),
        "typed-send" => new HelpInput.Send(null),
        "saved" => new HelpInput.Saved(),
        "not-saved" => new HelpInput.NotSaved(),
        "back" => Back,
        "cancel" => new HelpInput.Cancel(),
        "code" => new HelpInput.StrayCode(),
        "erase-yes" => new HelpInput.Yes(HelpStep.Erase),
        _ => throw new ArgumentException(word),
    };
}
