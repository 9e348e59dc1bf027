using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Lists are filtered by a customer's name or id.</summary>
public sealed class CustomerFilterTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Theory]
    [InlineData("/jobs")]
    [InlineData("/admin/audit")]
    public async Task An_id_becomes_the_filter_and_the_field_shows_the_name(string path)
    {
        var customer = await portal.AddCustomerAsync($"Northwind of {path.Length}");
        await portal.ReportJobAsync(customer);
        await using var session = await portal.SignInAsync(Person.Admin, path);
        await session.InteractiveAsync();
        var field = session.Page.GetByLabel("Customer", new() { Exact = true });

        await field.FillAsync(customer.ToString());
        await field.PressAsync("Enter");

        await Expect(session.Page).ToHaveURLAsync(new Regex($"customer={customer}"));
        await Expect(field).ToHaveValueAsync($"Northwind of {path.Length}");
    }
}
