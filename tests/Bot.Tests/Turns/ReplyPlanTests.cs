using Outreach.Bot.Turns;

namespace Outreach.Bot.Tests.Turns;

public sealed class ReplyPlanTests
{
    [Fact]
    public void A_plan_comes_back_from_the_outbox_as_it_went_in()
    {
        var plan = new ReplyPlan
        {
            Language = "en",
            Parts =
            [
                new PlanPart.Phrase("topic.text", "bhxh"), new PlanPart.Answer("a"), new PlanPart.More("a"), new PlanPart.Page("p"),
                new PlanPart.Hotline(null), new PlanPart.Hotlines(), new PlanPart.Emergency("violence", "khan-cap-violence"),
            ],
            Buttons = [new PlanButton("a:x"), new PlanButton("c:menu", "button.menu")],
        };

        var back = ReplyPlan.FromJson(plan.ToJson());

        Assert.Equal(plan.Parts, back.Parts);
        Assert.Equal(plan.Buttons, back.Buttons);
    }

    [Fact]
    public void What_somebody_chose_comes_back_from_the_outbox_too()
    {
        var chosen = new PlanPart.Preferences(["bhxh"], 0, 0, "Bắc Ninh", null);

        var back = ReplyPlan.FromJson(ReplyPlan.Of("vi", chosen).ToJson());

        Assert.Equivalent(chosen, Assert.Single(back.Parts));
    }

    [Fact]
    public void Every_button_value_fits_the_64_bytes_of_the_strictest_channel()
    {
        var id = new string('x', 48);
        string[] values =
        [
            ButtonValue.ForAnswer(id), ButtonValue.ForMore(id), ButtonValue.ForTopic(id, 99), ButtonValue.ForLanguage("en", id),
            ButtonValue.ForHelpful(id, true), ButtonValue.ForHelpful(id, false), ButtonValue.For(Command.Subscribe),
            ButtonValue.ForPreference("topics"), ButtonValue.ForPreference("off", id),
        ];

        Assert.All(values, value => Assert.InRange(value.Length, 1, 64));
        Assert.All(values, value => Assert.NotNull(ButtonValue.Parse(value)));
    }

    [Theory]
    [InlineData("a:")]
    [InlineData("a:../x")]
    [InlineData("t:bhxh:-1")]
    [InlineData("l:fr")]
    [InlineData("c:nothing")]
    [InlineData("c:3")]
    [InlineData("h+:A")]
    [InlineData("y: có")]
    [InlineData("hỏi: lương")]
    public void What_somebody_typed_is_no_button(string text) => Assert.Null(ButtonValue.Parse(text));
}
