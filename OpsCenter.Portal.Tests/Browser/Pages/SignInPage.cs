using Microsoft.Playwright;

namespace OpsCenter.Portal.Tests.Browser.Pages;

/// <summary>Where everybody who is not signed in is sent.</summary>
internal sealed class SignInPage(IPage page)
{
    public const string Path = "/account/sign-in";

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" });

    public ILocator Email => page.GetByLabel("E-mail address");

    public ILocator Password => page.GetByLabel("Password");

    public async Task SignInAsync(Person person)
    {
        await Email.FillAsync(person.Email);
        await Password.FillAsync(person.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
