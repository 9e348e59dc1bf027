using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

public sealed partial class SettingsTests
{
    [Fact]
    public void The_readme_explains_every_environment_variable()
    {
        var read = SourceTree.Portal.Where(file => file.Is(".cs")).SelectMany(file => Variable().Matches(file.Text)).Select(m => m.Value).Distinct();

        var explained = Variable().Matches(SourceTree.Read("README.md")).Select(m => m.Value);

        read.Should().NotBeEmpty().And.BeSubsetOf(explained);
    }

    [GeneratedRegex(@"\bOPSCENTER_[A-Z_]*[A-Z]\b")]
    private static partial Regex Variable();
}
