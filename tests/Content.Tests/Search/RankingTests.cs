using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Content.Tests.Search;

public sealed class RankingTests
{
    [Fact]
    public void Every_question_and_variant_finds_its_own_answer_surely()
    {
        foreach (var entry in Given.Entries)
        {
            foreach (var phrasing in entry.Variants.Prepend(entry.Question))
            {
                var found = Given.Index.Find(phrasing);

                Assert.Equal((entry.Id, SearchBand.Answer), (found.Hits[0].Id, found.Band));
            }
        }
    }

    [Theory]
    [InlineData("nghi viec khi nao duoc huong tro cap that nghiep", "that-nghiep-dieu-kien")]
    [InlineData("lanh that nghiep dc bn tien", "that-nghiep-muc")]
    [InlineData("rut bao hiem 1 lan", "rut-mot-lan")]
    [InlineData("cty no luong lam gi", "cham-luong")]
    public void Marks_are_not_needed(string typed, string answer)
    {
        Assert.Equal(answer, Given.Index.Find(typed).Hits[0].Id);
    }

    [Theory]
    [InlineData("thaats nghieepj dduwowcj bao nhieeu tieenf", "that-nghiep-muc")]
    [InlineData("ruts bao3 hiem63 xax hoiij 1 laanf", "rut-mot-lan")]
    [InlineData("tieenf cocj", "tien-coc-tro")]
    public void A_keyboard_set_wrong_is_read(string typed, string answer)
    {
        Assert.Equal(answer, Given.Index.Find(typed).Hits[0].Id);
    }

    [Theory]
    [InlineData("congty cham luong", "cham-luong")]
    [InlineData("chuu trọ khong tra tieng coc", "tien-coc-tro")]
    [InlineData("trợ cấp thất nghiẹp bao nhiêu tièn", "that-nghiep-muc")]
    [InlineData("wỵt lương", "cham-luong")]
    public void Slips_are_mended_before_the_search(string typed, string answer)
    {
        Assert.Equal(answer, Given.Index.Find(typed).Hits[0].Id);
    }

    [Fact]
    public void A_synonym_finds_what_the_texts_call_otherwise()
    {
        Assert.Equal("tang-ca-tien", Given.Index.Find("làm thêm giờ chủ nhật tính thế nào").Hits[0].Id);
        Assert.Equal("thai-san-bao-lau", Given.Index.Find("bao lâu thì lĩnh thai sản").Hits[0].Id);
    }

    [Fact]
    public void The_meaning_of_an_abbreviation_is_chosen_by_what_stands_beside_it()
    {
        Assert.Equal("rut-mot-lan", Given.Index.Find("rút bh một lần").Hits[0].Id);
    }

    [Fact]
    public void With_marks_the_marked_word_wins_and_without_it_is_a_draw()
    {
        var index = SearchIndex.Build(
            [Given.Entry("bo", "Nuôi bò ở đâu?", ""), Given.Entry("bo-me", "Nuôi bố ở đâu?", "")], SynonymTable.Empty);

        var bo = index.Find("nuôi bò ở đâu").Hits;
        var father = index.Find("nuôi bố ở đâu").Hits;
        var either = index.Find("nuoi bo o dau").Hits;

        Assert.Equal("bo", bo[0].Id);
        Assert.Equal("bo-me", father[0].Id);
        Assert.Equal(either[0].Score, either[1].Score, 0.001);
    }

    [Fact]
    public void Words_that_stand_together_count_for_more_than_the_same_words_apart()
    {
        var index = SearchIndex.Build(
            [
                Given.Entry("apart", "Bảo vệ công ty hiểm nguy", ""),
                Given.Entry("together", "Bảo hiểm công ty bảo vệ", ""),
            ],
            SynonymTable.Empty);

        Assert.Equal("together", index.Find("bảo hiểm").Hits[0].Id);
    }

    [Fact]
    public void A_long_story_is_found_by_the_question_in_it()
    {
        const string story =
            "dạ em chào anh chị, em làm ở xưởng may gần ba năm rồi, chồng em cũng làm chung, dạo này hàng ít nên hai vợ chồng tính về quê, "
            + "mà chủ trọ khó lắm, em dọn đi từ hôm thứ hai mà tới giờ chủ trọ vẫn không trả tiền cọc phòng, em phải làm sao ạ";

        var found = Given.Index.Find(story);

        Assert.Equal("tien-coc-tro", found.Hits[0].Id);
        Assert.NotEqual(SearchBand.None, found.Band);
    }

    [Theory]
    [InlineData("chào shop")]
    [InlineData("hihi")]
    [InlineData("cảm ơn ad nhiều nha")]
    [InlineData("tối nay mưa không ta")]
    [InlineData("nấu bún bò sao cho ngon")]
    [InlineData("asdfghjkl")]
    [InlineData("1")]
    [InlineData("👍")]
    [InlineData("")]
    [InlineData("đá banh mấy giờ")]
    public void What_the_content_does_not_speak_of_is_not_answered(string typed)
    {
        Assert.Equal(SearchBand.None, Given.Index.Find(typed).Band);
    }

    [Fact]
    public void Two_close_rivals_are_asked_about()
    {
        var found = Given.Index.Find("bảo hiểm thất nghiệp");

        Assert.NotEqual(SearchBand.Answer, found.Band);
    }

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        var found = SearchIndex.Empty.Find("nghỉ việc được gì");

        Assert.Equal(SearchResult.Nothing, found);
    }
}
