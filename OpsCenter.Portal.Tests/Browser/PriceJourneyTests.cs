using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>From a price to a receipt: what the portal is for.</summary>
public sealed class PriceJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Route = "openai:gpt-4";

    [Fact]
    public async Task A_price_is_changed_published_charged_and_explained()
    {
        await using var session = await portal.SignInAsync(Person.Admin, RateCardEditor.Path);

        await ChangePriceAsync(session.Page);
        await PublishAsync(session.Page);
        var customer = await CreateCustomerAsync(session.Page);
        var job = await portal.ReportJobAsync(customer);
        await session.Page.GotoAsync(job.ReceiptUrl.ToString());

        await ShouldShowAsync(new ReceiptPage(session.Page), "Version 2", "$0.45", "$0.544");
        await Expect(new ReceiptPage(session.Page).Formula($"{Route} before markup")).ToHaveTextAsync(
            "6,000 input tokens × 0.04 USD per 1K ÷ 1,000 + 2,000 output tokens × 0.06 USD per 1K ÷ 1,000");
        await ShouldAgreeAsync(session.Page);
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task The_briefs_job_costs_0_469_on_version_1_and_the_receipt_says_why()
    {
        var customer = await portal.AddCustomerAsync("Northwind Research");
        var job = await portal.ReportJobAsync(customer, ("occurred_at", TimeProvider.System.GetUtcNow().AddHours(-1)));
        await using var session = await portal.SignInAsync(Person.Admin, job.ReceiptUrl.AbsolutePath);
        var receipt = new ReceiptPage(session.Page);

        await ShouldShowAsync(receipt, "Version 1", "$0.375", "$0.469");
        await Expect(receipt.Formula($"{Route} before markup")).ToHaveTextAsync(
            "6,000 input tokens × 0.03 USD per 1K ÷ 1,000 + 2,000 output tokens × 0.06 USD per 1K ÷ 1,000");
        await Expect(receipt.Formula("25 % markup")).ToHaveTextAsync("0.3 USD (before markup) × 1.25 (25 % markup)");
        await Expect(receipt.Formula("Agent")).ToHaveTextAsync("8,000 input and output tokens × 0.008 USD per 1K ÷ 1,000");
        await Expect(receipt.Formula("web.search")).ToHaveTextAsync("3 units × 0.01 USD per request");
        await Expect(receipt.Cost).ToHaveTextAsync("$0.315");
        await Expect(receipt.Margin).ToContainTextAsync("$0.154");
        await ShouldAgreeAsync(session.Page);
    }

    private static async Task ChangePriceAsync(IPage page)
    {
        var card = new RateCardEditor(page);
        await Expect(card.Version).ToHaveTextAsync("Version 1");
        await Expect(card.InputPrice("gpt-4")).ToHaveAccessibleNameAsync("0.0375");

        await card.Cell("Input cost", Route).FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("0.04");

        await Expect(card.InputPrice("gpt-4")).ToHaveAccessibleNameAsync("0.05");
        await Expect(card.OutputPrice("gpt-4")).ToHaveAccessibleNameAsync("0.075");
        await Expect(card.Bar).ToContainTextAsync("1 change");
    }

    private static async Task PublishAsync(IPage page)
    {
        var card = new RateCardEditor(page);
        var review = await card.ReviewAsync();
        await Expect(review.Changes).ToContainTextAsync(Route);
        await Expect(review.Publish).ToHaveTextAsync("Publish version 2");

        await review.Note.FillAsync("OpenAI raised its price");
        await review.Publish.ClickAsync();

        await Expect(new Frame(page).Toast).ToContainTextAsync("Version 2 published");
        await Expect(card.Version).ToHaveTextAsync("Version 2");
        await Expect(card.Bar).ToHaveCountAsync(0);
    }

    private static async Task<Guid> CreateCustomerAsync(IPage page)
    {
        await new Frame(page).RailLink("Customers").ClickAsync();

        return await new CustomersPage(page).CreateAsync("Contoso Labs");
    }

    private static async Task ShouldShowAsync(ReceiptPage receipt, string version, string llmFee, string total)
    {
        await Expect(receipt.Version).ToHaveTextAsync(version);
        await Expect(receipt.Total).ToHaveTextAsync(total);
        await Expect(receipt.Fee("LLM fee")).ToHaveTextAsync(llmFee);
        await Expect(receipt.Fee("Agent fee")).ToHaveTextAsync("$0.064");
        await Expect(receipt.Fee("Tools fee")).ToHaveTextAsync("$0.03");
        await Expect(receipt.Fee("Total")).ToHaveTextAsync(total);
    }

    private static async Task ShouldAgreeAsync(IPage page)
    {
        await new ReceiptPage(page).Recompute.ClickAsync();

        await Expect(page.GetByText("Recomputed: agrees to the last digit.")).ToBeVisibleAsync();
    }
}
