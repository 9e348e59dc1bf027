using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>The payment provider's page of the test mode.</summary>
internal sealed class CheckoutDesk(IPage page)
{
    public ILocator TestMode => page.GetByText("Test mode, no money moves");

    public ILocator Problem => page.Locator("#problem");

    public Task PayAsync(string number) => SubmitAsync(number, "Pay ");

    public Task SaveAsync(string number) => SubmitAsync(number, "Save card");

    private async Task SubmitAsync(string number, string verb)
    {
        await page.GetByLabel("Card number").FillAsync(number);
        await page.GetByLabel("Expiry").FillAsync("12/34");
        await page.GetByLabel("CVC").FillAsync("123");
        await page.GetByLabel("Name on the card").FillAsync("Sam Doe");
        await page.GetByRole(AriaRole.Button, new() { Name = verb }).ClickAsync();
    }
}
