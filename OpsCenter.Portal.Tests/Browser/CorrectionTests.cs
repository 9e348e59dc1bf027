using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A wrong job or price is put right on the receipt, and nothing is edited.</summary>
public sealed class CorrectionTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_voided_job_shows_its_reversal_and_its_state()
    {
        var job = await ReportOldJobAsync();
        await using var session = await portal.SignInAsync(Person.Admin, job.ReceiptUrl.AbsolutePath);
        var receipt = new ReceiptPage(session.Page);

        var dialog = await receipt.VoidAsync();
        await Expect(dialog.Amounts("Total")).ToHaveTextAsync(["$0.469", "$0.00", "-$0.469"]);
        await dialog.PostAsync("Reported twice by mistake");

        await Expect(new Frame(session.Page).Toast).ToContainTextAsync("Job voided");
        await Expect(receipt.State).ToHaveTextAsync("Voided");
        await Expect(receipt.Total).ToHaveTextAsync("$0.00");
        await Expect(receipt.Entry("1. Charge")).ToContainTextAsync("$0.469");
        await Expect(receipt.Entry("2. Reversal of 1")).ToContainTextAsync("-$0.469");
        await Expect(receipt.Ledger).ToContainTextAsync("“Reported twice by mistake”");
        await ListShouldSayAsync(session, job, "Voided");
    }

    [Fact]
    public async Task A_repriced_job_shows_both_charges_and_its_state()
    {
        var job = await ReportOldJobAsync();
        await using var session = await portal.SignInAsync(Person.Admin, RateCardEditor.Path);
        var card = new RateCardEditor(session.Page);
        await card.TypeAsync("Input cost", "openai:gpt-4", "0.04");
        await card.PublishAsync("The price was wrong from the start");
        await session.Page.GotoAsync(job.ReceiptUrl.ToString());
        var receipt = new ReceiptPage(session.Page);

        var dialog = await receipt.RepriceAsync();
        await Expect(dialog.Amounts("LLM fee")).ToHaveTextAsync(["$0.375", "$0.45", "$0.075"]);
        await Expect(dialog.Amounts("Total")).ToHaveTextAsync(["$0.469", "$0.544", "$0.075"]);
        await dialog.PostAsync("Priced with the wrong card");

        await Expect(new Frame(session.Page).Toast).ToContainTextAsync("Job re-priced with version 2");
        await Expect(receipt.Version).ToHaveTextAsync("Version 2");
        await Expect(receipt.Total).ToHaveTextAsync("$0.544");
        await Expect(receipt.Entry("2. Reversal of 1")).ToContainTextAsync("-$0.469");
        await Expect(receipt.Entry("3. Charge")).ToContainTextAsync("$0.544");
        await Expect(receipt.Entry("Sum")).ToContainTextAsync("$0.544");
        await ListShouldSayAsync(session, job, "Re-priced");
    }

    [Fact]
    public async Task A_correction_without_a_reason_is_not_posted()
    {
        var job = await ReportOldJobAsync();
        await using var session = await portal.SignInAsync(Person.Admin, job.ReceiptUrl.AbsolutePath);
        var receipt = new ReceiptPage(session.Page);

        var dialog = await receipt.VoidAsync();
        await dialog.PostAsync("   ");
        await Expect(dialog.Dialog).ToContainTextAsync("Enter a reason.");
        await session.Page.Keyboard.PressAsync("Escape");

        await Expect(dialog.Dialog).ToHaveCountAsync(0);
        await Expect(receipt.State).ToHaveTextAsync("Priced");
    }

    // Before any version but the first, whatever another test publishes.
    private async Task<ReportedJob> ReportOldJobAsync() => await portal.ReportJobAsync(
        await portal.AddCustomerAsync("Northwind Research"), ("occurred_at", TimeProvider.System.GetUtcNow().AddHours(-1)));

    private static async Task ListShouldSayAsync(BrowserSession session, ReportedJob job, string state)
    {
        await new Frame(session.Page).RailLink("Usage & receipts").ClickAsync();

        await Expect(new JobsList(session.Page).StateOf(job)).ToHaveTextAsync(state);
    }
}
