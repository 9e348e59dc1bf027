using FluentAssertions;
using NetArchTest.Rules;
using OpsCenter.Domain.Monetary;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

public sealed class DomainTests
{
    private static readonly string[] OutsideWorld =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.Stream", "System.Net", "System.Data", "System.Diagnostics.Process", "System.Console",
    ];

    private static readonly string[] Chance =
        ["System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Random", "System.Security.Cryptography.RandomNumberGenerator"];

    private static readonly string[] Vendors = ["Keycloak", "Lago", "Npgsql", "Postgres", "Stripe"];

    [Fact]
    public void The_domain_knows_the_base_class_library_only()
    {
        var foreign = typeof(Money).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!) // a reference has a name
            .Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal));

        foreign.Should().BeEmpty();
    }

    [Fact]
    public void The_domain_does_no_input_or_output() => Depending(OutsideWorld).Should().BeEmpty();

    [Fact]
    public void The_domain_has_no_clock_and_no_chance() =>
        Depending(Chance).Should().BeEmpty("callers pass the moment and the ids, so that every rule gives the same answer for ever");

    [Fact]
    public void No_name_in_the_domain_is_a_vendors()
    {
        var named = typeof(Money).Assembly.GetExportedTypes()
            .Where(type => Vendors.Any(vendor => type.FullName!.Contains(vendor, StringComparison.Ordinal))) // an exported type has a full name
            .Select(type => type.FullName);

        named.Should().BeEmpty("a port says what we need, not who gives it");
    }

    private static IEnumerable<string> Depending(string[] names) => Types.InAssembly(typeof(Money).Assembly)
        .That().HaveDependencyOnAny(names)
        .GetTypes()
        .Select(type => type.FullName!); // types of an assembly have full names
}
