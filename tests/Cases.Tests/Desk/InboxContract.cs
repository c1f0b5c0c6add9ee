using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Desk;
using Outreach.Cases.Requests;
using Outreach.Cases.Tests.Requests;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

/// <summary>Who sees and has which case. Over whichever database lies below.</summary>
public abstract class InboxContract(TestCluster? cluster) : DeskScene(cluster)
{
    [Fact]
    public async Task Notes_are_for_staff_alone()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.InChat());

        await Desk.NoteAsync(Lan, id, "gọi công đoàn quận", Cancellation);

        Assert.Equal([(TextAuthor.Worker, 1), (TextAuthor.Note, 2)], (await OpenAsync(Mai, id)).Texts.Select(t => (t.Author, t.Number)));
        Assert.Single((await ReadAsync(code)).Messages);
        Assert.Single((await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation))[0].View.Messages);
    }

    [Fact]
    public async Task The_worker_is_told_how_many_opened_the_case_and_the_audit_who()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());

        await OpenAsync(Lan, id);
        await OpenAsync(Lan, id);
        var second = await OpenAsync(Mai, id);

        Assert.Equal(2, second.OpenedByStaff);
        Assert.Equal(2, (await ReadAsync(code)).OpenedByStaff);
        await using var db = await Host.OpenDbAsync();
        var lines = await db.AuditWaiting.Where(e => e.Action == AuditAction.CaseRead).ToListAsync(Cancellation);
        Assert.Equal(new[] { Lan.Id, Lan.Id, Mai.Id }.Order(), lines.Select(line => line.StaffId!.Value).Order());
        Assert.All(lines, line => Assert.Equal(id, line.CaseId));
    }

    [Fact]
    public async Task Counsellors_see_the_topics_given_to_them_and_nothing_else_exists()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt() with { Topic = "bhxh" });
        var editor = Member("bien", StaffRole.Editor);
        var admin = Member("quan-tri", StaffRole.Admin);

        foreach (var stranger in new[] { Lan, editor, admin })
        {
            Assert.IsType<OpenCaseOutcome.NotFound>(await Desk.OpenAsync(stranger, id, Cancellation));
            Assert.IsType<DeskOutcome.NotFound>(await Desk.ClaimAsync(stranger, id, Cancellation));
            Assert.IsType<DeskOutcome.NotFound>(await Replies.SendAsync(stranger, id, "x", null, Cancellation));
            Assert.Equal(0, (await Host.Get<CaseInbox>().CountAsync(stranger, Cancellation)).Values.Sum());
            Assert.Empty((await ListAsync(stranger, CaseFolder.Unassigned)).Lines);
        }

        Assert.Single((await ListAsync(Mai, CaseFolder.Unassigned)).Lines);
        Assert.Single((await ListAsync(Manager, CaseFolder.Unassigned)).Lines);
        Assert.IsType<OpenCaseOutcome.NotFound>(await Desk.OpenAsync(Manager, Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task Of_two_who_claim_a_case_one_has_it()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        var outcomes = await Task.WhenAll(
            Task.Run(() => Desk.ClaimAsync(Lan, id, Cancellation), Cancellation), Task.Run(() => Desk.ClaimAsync(Mai, id, Cancellation), Cancellation));

        Assert.Single(outcomes.OfType<DeskOutcome.Done>());
        Assert.Single(outcomes, outcome => outcome is DeskOutcome.Taken or DeskOutcome.Changed);
    }

    [Fact]
    public async Task A_case_that_a_colleague_has_is_left_alone_but_by_managers()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());
        await Desk.ClaimAsync(Lan, id, Cancellation);

        Assert.Equal(Lan.Id, Assert.IsType<DeskOutcome.Taken>(await Replies.SendAsync(Mai, id, "x", null, Cancellation)).By);
        Assert.IsType<DeskOutcome.Taken>(await Desk.ReleaseAsync(Mai, id, Cancellation));
        Assert.IsType<DeskOutcome.Taken>(await Desk.CloseAsync(Mai, id, CaseOutcome.Answered, Cancellation));
        Assert.IsType<DeskOutcome.NotFound>(await Desk.AssignAsync(Mai, id, Mai.Id, Cancellation));
        Assert.IsType<DeskOutcome.Done>(await Desk.AssignAsync(Manager, id, Mai.Id, Cancellation));
        Assert.Equal(id, Assert.Single((await ListAsync(Mai, CaseFolder.Mine)).Lines).Id);
        Assert.IsType<DeskOutcome.Done>(await Desk.ReleaseAsync(Mai, id, Cancellation));
    }

    [Fact]
    public async Task Who_leaves_hands_over_what_is_not_closed()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await SubmitAsync(SampleRequest.ByReceipt()));
            await Desk.ClaimAsync(Lan, ids[i], Cancellation);
        }

        await Desk.CloseAsync(Lan, ids[0], CaseOutcome.Answered, Cancellation);

        var handed = await Desk.HandOverAsync(Manager, Lan.Id, Mai.Id, Cancellation);

        Assert.Equal(2, handed);
        Assert.Equal(ids.Skip(1).Order(), (await ListAsync(Mai, CaseFolder.Mine)).Lines.Select(line => line.Id).Order());
    }

    [Fact]
    public async Task Folders_are_paged_to_their_end_without_gap_or_double()
    {
        var ids = new HashSet<Guid>();
        for (var i = 0; i < 25; i++)
        {
            ids.Add(await SubmitAsync(SampleRequest.ByReceipt()));
            Clock.Advance(TimeSpan.FromHours(i % 3 == 0 ? 13 : 0));
        }

        foreach (var folder in new[] { CaseFolder.Unassigned, CaseFolder.Closed })
        {
            var seen = new List<CaseLine>();
            for (CaseCursor? after = null; ;)
            {
                var page = await Host.Get<CaseInbox>().ListAsync(Lan, folder, null, after, 4, Cancellation);
                seen.AddRange(page.Lines);
                if (page.Next is null)
                {
                    break;
                }

                after = CaseCursor.Parse(page.Next.ToString());
            }

            Assert.Equal(ids.Order(), seen.Select(line => line.Id).Order());
            var days = seen.Select(line => line.LastOn);
            Assert.Equal(folder == CaseFolder.Closed ? days.OrderDescending() : days.Order(), days);
            foreach (var id in ids)
            {
                await Desk.CloseAsync(Lan, id, CaseOutcome.Answered, Cancellation);
            }
        }
    }

    [Fact]
    public async Task The_inbox_is_searched_by_alias_and_topic_alone()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());
        await SubmitAsync(SampleRequest.ByReceipt() with { Topic = "bhxh" });
        var alias = (await OpenAsync(Lan, id)).Line.Alias;

        var byAlias = await Host.Get<CaseInbox>().ListAsync(Manager, CaseFolder.Unassigned, new CaseFilter(alias.ToUpperInvariant(), null), null, 50, Cancellation);
        var withoutMarks = await Host.Get<CaseInbox>().ListAsync(Manager, CaseFolder.Unassigned, new CaseFilter($" {Aliases.Fold(alias)}", null), null, 50, Cancellation);
        var byTopic = await Host.Get<CaseInbox>().ListAsync(Manager, CaseFolder.Unassigned, new CaseFilter("", "tien-luong"), null, 50, Cancellation);
        var byWords = await Host.Get<CaseInbox>().ListAsync(Manager, CaseFolder.Unassigned, new CaseFilter("lương", null), null, 50, Cancellation);

        Assert.Equal(id, Assert.Single(byAlias.Lines).Id);
        Assert.Equal(id, Assert.Single(withoutMarks.Lines).Id);
        Assert.Equal(id, Assert.Single(byTopic.Lines).Id);
        Assert.Empty(byWords.Lines);
    }
}
