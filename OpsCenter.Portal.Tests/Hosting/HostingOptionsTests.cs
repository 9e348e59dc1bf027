using FluentAssertions;
using Microsoft.Extensions.Configuration;
using OpsCenter.Portal.Hosting;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting;

public sealed class HostingOptionsTests
{
    [Fact]
    public void Without_settings_the_defaults_of_the_contract_hold()
    {
        var options = HostingOptions.From(Configuration());

        options.Urls.Should().Be("http://localhost:8000");
        options.Data.Path.Should().Be(Path.Combine(Directory.GetCurrentDirectory(), ".data"));
        options.ConnectionString.Should().BeNull();
        options.PostgresBinaries.Should().BeNull();
    }

    [Fact]
    public void Every_setting_can_be_given()
    {
        var options = HostingOptions.From(Configuration(
            ("OPSCENTER_URLS", "http://localhost:9"), ("OPSCENTER_DATA", "/srv/data/"), ("OPSCENTER_PG_BIN", "/opt/pg/bin"), ("ConnectionStrings:OpsCenter", "Host=db")));

        options.Urls.Should().Be("http://localhost:9");
        options.Data.Path.Should().Be("/srv/data");
        options.PostgresBinaries.Should().Be("/opt/pg/bin");
        options.ConnectionString.Should().Be("Host=db");
    }

    [Fact]
    public void An_empty_setting_counts_as_absent()
    {
        var options = HostingOptions.From(Configuration(("OPSCENTER_URLS", ""), ("ConnectionStrings:OpsCenter", " ")));

        options.Urls.Should().Be("http://localhost:8000");
        options.ConnectionString.Should().BeNull();
    }

    [Fact]
    public void The_framework_s_own_listen_addresses_are_honoured_after_ours()
    {
        HostingOptions.From(Configuration(("urls", "http://localhost:7"))).Urls.Should().Be("http://localhost:7");
        HostingOptions.From(Configuration(("urls", "http://localhost:7"), ("OPSCENTER_URLS", "http://localhost:9"))).Urls.Should().Be("http://localhost:9");
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();
}
