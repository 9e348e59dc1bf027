using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Security;
using Xunit;

namespace OpsCenter.Portal.Tests.Accounts;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(FirstOperatorOptions.PasswordKey, "too short")]
    [InlineData(FirstOperatorOptions.PasswordKey, "aaaaaaaaaaaaaaaa")]
    [InlineData(FirstOperatorOptions.EmailKey, "not an address")]
    [InlineData(BrigadeKeyOptions.Key, "too-short-for-a-key")]
    [InlineData(BrigadeKeyOptions.Key, "long enough, but it holds blanks")]
    [InlineData("SignIn:TriesPerAddressPerMinute", "10001")]
    [InlineData("SignIn:TriesPerAccountPerMinute", "0")]
    [InlineData("MachineApi:PermitsPerSecond", "-1")]
    [InlineData("MachineApi:Burst", "1000001")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_and_is_named_without_its_value(string key, string value)
    {
        await using var services = new AccountServices("Host=nowhere.invalid", new FakeTimeProvider(), (key, value));

        var start = () => services.Provider.GetRequiredService<IStartupValidator>().Validate();

        var message = start.Should().Throw<OptionsValidationException>().Which.Message;
        message.Should().Contain(key);
        message.Should().NotContain($"{value} ").And.NotEndWith(value);
    }

    [Fact]
    public async Task Empty_settings_count_as_absent()
    {
        await using var services = new AccountServices(
            "Host=nowhere.invalid",
            new FakeTimeProvider(),
            (FirstOperatorOptions.EmailKey, ""),
            (FirstOperatorOptions.PasswordKey, ""),
            (BrigadeKeyOptions.Key, ""));

        services.Provider.GetRequiredService<IStartupValidator>().Validate();

        var first = services.Provider.GetRequiredService<IOptions<FirstOperatorOptions>>().Value;
        first.Email.Should().Be("admin@example.com");
        first.Password.Should().BeNull();
        services.Provider.GetRequiredService<IOptions<BrigadeKeyOptions>>().Value.Secret.Should().BeNull();
    }
}
