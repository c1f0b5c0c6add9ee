using Outreach.Content.Tests.Checks;
using Outreach.Testing.Content;
using Outreach.Testing.Programs;

namespace Outreach.Content.Tests.Places;

/// <summary>Places as people type them.</summary>
public sealed class ProvinceTableTests
{
    private const string Some = """
        - name: Bắc Ninh
          also: [Bắc Giang]
        - name: TP Hồ Chí Minh
          also: [hcm, Bà Rịa - Vũng Tàu]
        - name: Huế
          also: [Thừa Thiên Huế]
        """;

    private readonly SampleContent _content = new SampleContent().With("provinces.yml", Some);

    [Theory]
    [InlineData("Bắc Ninh", "Bắc Ninh")]
    [InlineData("bac ninh", "Bắc Ninh")]
    [InlineData("BACNINH", "Bắc Ninh")]
    [InlineData("dạ em ở bắc giang", "Bắc Ninh")]
    [InlineData("ba ria vung tau", "TP Hồ Chí Minh")]
    [InlineData("tp.HCM", "TP Hồ Chí Minh")]
    [InlineData("thừa thiên huế", "Huế")]
    public void A_province_is_found_with_and_without_marks(string typed, string name) => Assert.Equal(name, _content.Snapshot().Provinces.Find(typed));

    [Theory]
    [InlineData("")]
    [InlineData("hoa tây")]
    [InlineData("bắc")]
    [InlineData("bắc ninh hay huế")]
    [InlineData("phòng hcmx")]
    public void What_names_none_or_several_is_none(string typed) => Assert.Null(_content.Snapshot().Provinces.Find(typed));

    [Fact]
    public void Without_the_file_there_is_no_list_and_no_fault() => Assert.True(new SampleContent().Snapshot().Provinces.IsEmpty);

    [Fact]
    public void A_slip_in_the_file_is_said_and_the_last_good_list_stays()
    {
        var before = _content.Snapshot();

        _content.With("provinces.yml", Some.Replace("- name: Huế", "- nam: Huế", StringComparison.Ordinal));

        Assert.Contains(_content.Compile().Issues, issue => issue is { File: "provinces.yml", Line: 5, Code: "OC002" });
        Assert.Equal("Huế", _content.Compile().SnapshotOver(before).Provinces.Find("hue"));
    }

    [Fact]
    public void A_name_twice_is_a_fault() =>
        _content.With("provinces.yml", "- name: Huế\n- name: Huế\n").Only("provinces.yml:2:9 Error OC038");

    [Fact]
    public void Every_name_of_the_house_leads_to_one_place()
    {
        var text = File.ReadAllText(Path.Combine(OutreachProgram.Root, "content", "provinces.yml"));
        var names = text.Split('\n').Where(line => line.StartsWith("- name: ", StringComparison.Ordinal)).Select(line => line[8..].Trim()).ToList();
        var others = text.Split('\n').Where(line => line.StartsWith("  also: [", StringComparison.Ordinal)).SelectMany(line => line[9..^1].Split(", "));
        var provinces = new SampleContent().With("provinces.yml", text).Snapshot().Provinces;

        Assert.Equal(34, names.Count);
        Assert.All(names, name => Assert.Equal(name, provinces.Find($"tôi ở {name} ạ")));
        Assert.All(others, other => Assert.NotNull(provinces.Find($"tôi ở {other}")));
    }
}
