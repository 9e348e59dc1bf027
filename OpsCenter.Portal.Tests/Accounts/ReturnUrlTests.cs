using FluentAssertions;
using OpsCenter.Portal.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/jobs")]
    [InlineData("/admin/system/rate-card?tab=tools#row")]
    [InlineData("/accounting")]
    [InlineData("/?q=https://elsewhere.example/")]
    public void A_path_of_ours_is_kept(string url) => ReturnUrl.OrHome(url).Should().Be(url);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("jobs")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/account/sign-in")]
    [InlineData("/Account/sign-out")]
    public void Everything_else_becomes_the_start_page(string? url) => ReturnUrl.OrHome(url).Should().Be("/");
}
