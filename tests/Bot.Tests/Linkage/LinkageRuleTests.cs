namespace Outreach.Bot.Tests.Linkage;

public sealed class LinkageRuleTests
{
    private const int Guesses = 200;
    private const double Chance = 0.046;

    [Fact]
    public async Task An_attack_no_better_than_allowed_needs_no_second_world()
    {
        var worlds = new List<int>();

        var linking = await LinkageRule.LinkingAsync(Worlds(worlds, [0.0659], [0.9], [0.9]));

        Assert.Empty(linking);
        Assert.Equal([0], worlds);
    }

    [Fact]
    public async Task Luck_in_one_world_is_forgiven_when_the_others_do_not_bear_it_out()
    {
        var worlds = new List<int>();

        var linking = await LinkageRule.LinkingAsync(Worlds(worlds, [0.08], [0.05], [0.05]));

        Assert.Empty(linking);
        Assert.Equal([0, 1, 2], worlds);
    }

    [Fact]
    public async Task A_faint_leak_is_found_though_one_world_does_not_show_it()
    {
        var linking = await LinkageRule.LinkingAsync(Worlds([], [0.09], [0.06], [0.09]));

        var pooled = Assert.Single(linking);
        Assert.Equal(0.08, pooled.Found, 6);
        Assert.Equal(3 * Guesses, pooled.Guesses);
    }

    [Fact]
    public async Task Only_the_attacks_that_were_too_often_right_are_looked_at_again()
    {
        var linking = await LinkageRule.LinkingAsync(Worlds([], [0.03, 0.2], [0.5, 0.2], [0.5, 0.2]));

        Assert.Equal("attack 1", Assert.Single(linking).Attack);
    }

    /// <summary>A world with more guesses weighs more.</summary>
    [Fact]
    public void Guesses_are_pooled_not_worlds()
    {
        var pooled = Finding.Pool([new Finding("a", 0.10, 0.05, 7, 300), new Finding("a", 0.04, 0.03, 5, 100)]);

        Assert.Equal(0.085, pooled.Found, 6);
        Assert.Equal(0.045, pooled.Chance, 6);
        Assert.Equal((12, 400), (pooled.Tries, pooled.Guesses));
    }

    /// <summary>What <see cref="LinkageRule"/> says of itself, by made-up guesses: a fifth of the cases are urgent, with 6 chats to pick from; elsewhere there are 90.</summary>
    [Theory]
    [InlineData(0.00, 0.0, 0.008)]
    [InlineData(0.036, 0.68, 0.82)]
    [InlineData(0.057, 0.93, 1.0)]
    public async Task A_leak_is_found_and_luck_is_not_taken_for_one(double known, double fewest, double most)
    {
        var luck = new Random(4_711);
        var found = 0;
        const int Runs = 2_000;

        for (var run = 0; run < Runs; run++)
        {
            found += (await LinkageRule.LinkingAsync(_ => Task.FromResult<IReadOnlyList<Finding>>([Guess(luck, known)]))).Count;
        }

        Assert.InRange((double)found / Runs, fewest, most);
    }

    /// <param name="known">Share of the cases whose chat the attack knows; it picks for the others.</param>
    private static Finding Guess(Random luck, double known)
    {
        var (right, chance) = (0, 0.0);
        for (var i = 0; i < Guesses; i++)
        {
            var candidates = luck.Next(5) == 0 ? 6 : 90;
            chance += 1.0 / candidates;
            right += luck.NextDouble() < known || luck.Next(candidates) == 0 ? 1 : 0;
        }

        return new Finding("guesses", (double)right / Guesses, chance / Guesses, Guesses, Guesses);
    }

    private static Func<int, Task<IReadOnlyList<Finding>>> Worlds(List<int> asked, params double[][] found) => world =>
    {
        asked.Add(world);
        return Task.FromResult<IReadOnlyList<Finding>>([.. found[world].Select((share, attack) => new Finding($"attack {attack}", share, Chance, Guesses, Guesses))]);
    };
}
