using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>The console as staff see it.</summary>
public sealed class ConsoleTests(House house) : BrowserTests
{
    [Fact]
    public async Task A_new_member_gives_the_password_sets_the_second_factor_up_and_signs_in_with_both()
    {
        await house.AddStaffAsync("moi.vao", "counsellor");
        var page = await house.OpenConsoleAsync(null, "/yeu-cau/khan");
        await StaffSession.GivePasswordAsync(page, "moi.vao", "sai mật khẩu rồi nhé");
        await Assertions.Expect(page.Locator(".alert-danger")).ToBeVisibleAsync();
        await Axe.PassesAsync(page, "sign-in, wrong");
        await StaffSession.GivePasswordAsync(page, "moi.vao");
        await Axe.PassesAsync(page, "second factor, setting up");
        var member = await StaffSession.SetUpAsync(page, "moi.vao");

        page = await house.OpenConsoleAsync(null, "/yeu-cau/khan");
        await Axe.PassesAsync(page, "sign-in");
        await StaffSession.GivePasswordAsync(page, "moi.vao");
        await Axe.PassesAsync(page, "second factor");
        await page.FillAsync("#code", "000000");
        await Navigation.ByAsync(page, () => page.ClickAsync("main form button"));
        await Assertions.Expect(page.Locator(".alert-danger")).ToBeVisibleAsync();
        await page.GotoAsync("/dang-nhap/ma-du-phong");
        await Axe.PassesAsync(page, "recovery code");
        await page.GotoAsync("/dang-nhap/ma-xac-thuc?ve=/yeu-cau/khan");
        await page.FillAsync("#code", member.NextCode());
        await Navigation.ByAsync(page, () => page.ClickAsync("main form button"));

        await Assertions.Expect(page.Locator("#list-title")).ToHaveTextAsync("Khẩn");
        await Navigation.ByAsync(page, () => page.ClickAsync(".who.wide button"));
        await page.GotoAsync("/yeu-cau/khan");
        await Assertions.Expect(page.Locator("#password")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Each_page_of_a_manager_passes_axe_in_light_and_dark()
    {
        var page = await house.OpenConsoleAsync(await house.ManagerAsync(), "/");

        foreach (var path in new[] { "/", "/luu-giu", "/nhat-ky", "/tai-khoan", "/tai-khoan/mat-khau", "/tai-khoan/ma-du-phong", "/yeu-cau/khan", "/yeu-cau/da-khep", "/khong-co" })
        {
            await page.GotoAsync(path);
            await PassesInLightAndDarkAsync(page, path);
        }
    }

    [Fact]
    public async Task Each_page_of_an_admin_passes_axe_in_light_and_dark()
    {
        var page = await house.OpenConsoleAsync(await house.AdminAsync(), "/nhan-su");
        await PassesInLightAndDarkAsync(page, "members");
        await Navigation.ByAsync(page, () => page.Locator("tbody a").First.ClickAsync());
        await PassesInLightAndDarkAsync(page, "member");
        foreach (var path in new[] { "/nhan-su/moi", "/nhat-ky", "/luu-giu", "/tai-khoan" })
        {
            await page.GotoAsync(path);
            await PassesInLightAndDarkAsync(page, path);
        }
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(800, true)]
    [InlineData(360, false)]
    public async Task The_inbox_and_a_case_with_everything_open_pass_axe_on_laptop_tablet_and_phone(int width, bool dark)
    {
        var worker = new Worker(await house.OpenAsync("/tro-giup"));
        await worker.WriteAsync("Nhà bên đánh đứa nhỏ 7 tuổi, tay nó bầm tím.", "other", inDanger: true);
        await worker.SendAsync();
        var page = await house.OpenConsoleAsync(await house.ManagerAsync(), "/yeu-cau/khan", dark, width);
        await Axe.PassesAsync(page, "inbox");
        await new Counsellor(page).FindAsync("Nhà bên đánh đứa nhỏ 7 tuổi");

        await page.EvaluateAsync("document.querySelectorAll('#sheet details').forEach(details => details.open = true)");
        await Axe.PassesAsync(page, "case");
        await page.FillAsync("#reply-text", "Bạn gọi cho chị Hoa 0912345678 nhé.");
        await Navigation.ByAsync(page, () => page.ClickAsync("#composer button[value=preview]"));
        await Assertions.Expect(page.Locator("#composer .alert-warning mark")).ToContainTextAsync(["0912345678"]);
        await Axe.PassesAsync(page, "preview");
    }

    [Fact]
    public async Task Practice_teaches_the_same_steps_and_touches_no_real_case()
    {
        var page = await house.OpenConsoleAsync(await house.ManagerAsync(), "/luyen-tap/chua-nhan");
        await Assertions.Expect(page.Locator(".practice-bar")).ToBeVisibleAsync();
        await Axe.PassesAsync(page, "practice");

        await page.Locator(".case-line").First.ClickAsync();
        await Assertions.Expect(page.Locator("#sheet[data-self]")).ToBeVisibleAsync();
        await Axe.PassesAsync(page, "practice case");
        var alias = await page.Locator("#sheet-title").InnerTextAsync();
        await page.GotoAsync("/yeu-cau/chua-nhan?ten=" + Uri.EscapeDataString(alias.Trim()));

        await Assertions.Expect(page.Locator("#list")).Not.ToContainTextAsync(alias.Trim());
    }

    [Fact]
    public async Task The_other_language_is_one_press_away_before_signing_in()
    {
        var page = await house.OpenConsoleAsync(null, "/dang-nhap");

        await Navigation.ByAsync(page, () => page.ClickAsync("button[name=l][value=en]"));

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
        await Axe.PassesAsync(page, "sign-in in English");
    }

    private static async Task PassesInLightAndDarkAsync(IPage page, string what)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Axe.PassesAsync(page, what + " (light)");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.PassesAsync(page, what + " (dark)");
    }
}
