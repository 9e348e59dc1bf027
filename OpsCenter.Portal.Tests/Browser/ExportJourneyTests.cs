using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Shell.Exports;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A list is taken away as a file.</summary>
public sealed class ExportJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_list_is_downloaded_as_filtered_and_the_dialog_says_how_many_rows_and_is_flawless()
    {
        var (northwind, litware) = (await portal.AddCustomerAsync("Northwind Research"), await portal.AddCustomerAsync("Litware"));
        var job = await portal.ReportJobAsync(northwind);
        await portal.ReportJobAsync(litware);
        await using var session = await portal.SignInAsync(Person.Admin, $"{JobsList.Path}?customer={northwind}");
        await session.InteractiveAsync();
        await Expect(new JobsList(session.Page).Row(job)).ToBeVisibleAsync();
        var frame = new Frame(session.Page);

        var download = await session.Page.RunAndWaitForDownloadAsync(() =>
            session.Page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());

        download.SuggestedFilename.Should().MatchRegex(@"^jobs-\d{4}-\d\d-\d\d\.csv$");
        var lines = CsvText.Parse(await File.ReadAllTextAsync(await download.PathAsync()));
        lines.Skip(1).Should().ContainSingle().Which[0].Should().Be(job.ReceiptUrl.Segments[^1]);
        await Expect(frame.Dialog).ToContainTextAsync("1 row exported");
        await Looks.ShouldBeFlawlessAsync(session);
        await frame.CloseWithEscapeAsync();
        await Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" })).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/admin/customers")]
    [InlineData("/admin/holds")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/system/credentials")]
    [InlineData("/admin/overview")]
    public async Task Every_list_has_a_way_into_a_file(string path)
    {
        await using var session = await portal.SignInAsync(Person.Admin, path);
        await session.InteractiveAsync();

        var download = await session.Page.RunAndWaitForDownloadAsync(() =>
            session.Page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());

        CsvText.Parse(await File.ReadAllTextAsync(await download.PathAsync())).Should().NotBeEmpty();
        await Expect(new Frame(session.Page).Dialog).ToContainTextAsync("exported");
    }
}
