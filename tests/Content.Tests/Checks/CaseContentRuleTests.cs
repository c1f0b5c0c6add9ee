using Outreach.Content.Blocks;
using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Checks;

/// <summary>What staff who answer requests work with: partners, canned replies, pages of their own.</summary>
public sealed class CaseContentRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void A_service_nobody_offers_is_an_error_with_the_near_one() =>
        Assert.Contains("Did you mean 'police'?", _content.Replace("partners.yml", "[police]", "[polise]").Only("partners.yml:3:14 Error OC055").Mend, StringComparison.Ordinal);

    [Fact]
    public void A_partner_without_number_hotline_or_way_is_an_error() =>
        _content.Replace("partners.yml", "  hotline: cong-an\n", "").Only("partners.yml:1:3 Error OC056");

    [Fact]
    public void A_partner_with_a_number_nobody_can_call_is_an_error() =>
        _content.Replace("partners.yml", "hotline: cong-an", "number: một một ba").Only("partners.yml:5:11 Error OC044");

    [Fact]
    public void A_partner_by_an_unverified_hotline_is_an_error() =>
        _content.Replace("partners.yml", "hotline: cong-an", "hotline: chua-goi-thu").Only("partners.yml:5:12 Error OC014");

    [Fact]
    public void A_reply_longer_than_a_worried_person_reads_is_an_error() =>
        _content.Replace("en/replies.yml", "Which province are you in?", string.Join(" ", Enumerable.Repeat("A few words more.", 60))).Only("en/replies.yml:3:9 Error OC057");

    [Fact]
    public void A_reply_that_asks_two_things_is_a_warning() =>
        _content.Replace("en/replies.yml", "Which province are you in?", "Which province? And which district?").Only("en/replies.yml:3:9 Warning OC058");

    [Fact]
    public void A_reply_the_other_language_lacks_is_a_warning() =>
        _content.Replace("vi/replies.yml", "- id: hoi-tinh", "- id: chao\n  title: Chào\n  text: Chào bạn.\n- id: hoi-tinh").Only("vi/replies.yml:1:3 Warning OC008");

    [Fact]
    public void A_reply_with_an_unknown_hotline_is_an_error() =>
        _content.Replace("vi/replies.yml", "{{hotline:cong-an}}", "{{hotline:cong-anh}}").Only("vi/replies.yml:3:9 Error OC013");

    [Fact]
    public void A_number_written_into_a_reply_is_a_warning() =>
        _content.Replace("vi/replies.yml", "{{hotline:cong-an}}", "1900 9068").Only("vi/replies.yml:3:9 Warning OC043");

    [Fact]
    public void An_audience_that_is_not_known_is_an_error() =>
        Assert.Contains(AddPage("staf").Compile().Issues, i => (i.File, i.Line, i.Code) == ("vi/pages/viec-phai-lam.md", 6, "OC059"));

    [Fact]
    public void A_page_for_staff_is_not_among_the_pages_of_the_bot()
    {
        var local = AddPage("staff").Snapshot().In("vi");

        Assert.Contains("viec-phai-lam", local.StaffPages.Keys);
        Assert.DoesNotContain("viec-phai-lam", local.Pages.Keys);
    }

    [Fact]
    public void A_page_whose_audience_is_misspelt_is_shown_to_nobody()
    {
        var local = AddPage("staf").Snapshot().In("vi");

        Assert.DoesNotContain("viec-phai-lam", local.StaffPages.Keys);
        Assert.DoesNotContain("viec-phai-lam", local.Pages.Keys);
    }

    [Fact]
    public void Partners_have_the_number_of_their_hotline_and_the_unverified_are_left_out()
    {
        var partners = _content.Snapshot().Partners;

        Assert.Equal("113", Assert.Single(partners.Values).Number);
    }

    [Fact]
    public void Partners_and_replies_of_a_broken_file_stay_as_they_were()
    {
        var before = _content.Snapshot();

        var after = _content.Replace("partners.yml", "[police]", "[polise]").Replace("vi/replies.yml", "title:", "titel:").Compile().SnapshotOver(before);

        Assert.Equal("cong-an", Assert.Single(after.Partners).Key);
        Assert.Equal("hoi-tinh", Assert.Single(after.In("vi").Replies).Key);
    }

    [Fact]
    public void Numbers_are_put_into_a_reply()
    {
        var snapshot = _content.Snapshot();

        var text = PlainText.Of(snapshot.Resolve(snapshot.In("vi").Replies["hoi-tinh"].Text, "vi", SampleContent.Day));

        Assert.Equal("Bạn đang ở tỉnh nào? Gọi 113 khi nguy hiểm.\n\nCông đoàn mẫu", text);
    }

    private SampleContent AddPage(string audience)
    {
        string[] languages = ["vi", "en"];
        return languages.Aggregate(_content, (content, language) => content.With($"{language}/pages/viec-phai-lam.md",
            $"---\nid: viec-phai-lam\ntitle: Việc phải làm\nreviewed: 2026-11-20\nreview_by: 2027-05-20\naudience: {audience}\n---\nGọi ngay.\n"));
    }
}
