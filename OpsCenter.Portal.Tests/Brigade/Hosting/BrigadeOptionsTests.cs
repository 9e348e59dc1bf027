using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OpsCenter.Brigade.Hosting;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Hosting;

public sealed class BrigadeOptionsTests
{
    private static readonly Dictionary<string, string?> Valid = new()
    {
        ["OpsCenter:Url"] = "http://localhost:8000",
        ["OpsCenter:Key"] = "its-key",
        ["Brigade:Urls"] = "http://localhost:8100;http://+:8101",
        ["Brigade:Data"] = ".brigade",
        ["Brigade:PollSeconds"] = "10",
    };

    [Fact]
    public void Settings_are_read()
    {
        var options = From([]);

        options.OpsCenterUrl.Should().Be(new Uri("http://localhost:8000/"));
        options.CallerKey.Should().Be("its-key");
        options.PollEvery.Should().Be(TimeSpan.FromSeconds(10));
        Path.IsPathFullyQualified(options.Data).Should().BeTrue();
    }

    [Fact]
    public void Callers_may_have_a_key_of_their_own() => From(new() { ["Brigade:Key"] = "theirs" }).CallerKey.Should().Be("theirs");

    [Fact]
    public void An_address_below_a_path_keeps_the_path() =>
        From(new() { ["OpsCenter:Url"] = "https://example.com/ops" }).OpsCenterUrl.Should().Be(new Uri("https://example.com/ops/"));

    [Theory]
    [InlineData("OpsCenter:Url", "localhost:8000")]
    [InlineData("OpsCenter:Url", "")]
    [InlineData("OpsCenter:Key", "")]
    [InlineData("OpsCenter:Key", "schlüssel")]
    [InlineData("Brigade:Key", "two words")]
    [InlineData("Brigade:Urls", "8100")]
    [InlineData("Brigade:Data", " ")]
    [InlineData("Brigade:PollSeconds", "0")]
    [InlineData("Brigade:PollSeconds", "often")]
    public void A_setting_that_cannot_be_used_is_named_and_never_shown(string key, string value)
    {
        var read = () => From(new() { [key] = value });

        var failures = read.Should().Throw<OptionsValidationException>().Which.Failures.ToList();
        failures.Should().ContainSingle().Which.Should().StartWith(key);
        if (key.EndsWith(":Key", StringComparison.Ordinal) && value.Length > 0)
            failures[0].Should().NotContain(value);
    }

    private static BrigadeOptions From(Dictionary<string, string?> changes) =>
        BrigadeOptions.From(new ConfigurationBuilder().AddInMemoryCollection(Valid).AddInMemoryCollection(changes).Build());
}
