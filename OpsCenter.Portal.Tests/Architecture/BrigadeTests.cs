using FluentAssertions;
using NetArchTest.Rules;
using OpsCenter.Brigade.Hosting;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>Brigade is another program: it shares the rules of the Domain with the portal and speaks to it over HTTP alone.</summary>
public sealed class BrigadeTests
{
    private static readonly string[] WaysOut = ["System.Net.Http.HttpClient", "System.Net.Http.SocketsHttpHandler"];
    private static readonly string[] MayGoOut = ["OpsCenter.Brigade.Hosting", "OpsCenter.Brigade.Models"];

    [Fact]
    public void Brigade_knows_the_domain_and_nothing_else_of_ours()
    {
        var ours = typeof(BrigadeHost).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!) // a reference has a name
            .Where(name => name.StartsWith("OpsCenter.", StringComparison.Ordinal));

        ours.Should().Equal("OpsCenter.Domain");
    }

    [Fact]
    public void The_domain_and_the_portal_do_not_know_Brigade()
    {
        var known = typeof(Program).Assembly.GetReferencedAssemblies()
            .Concat(typeof(Domain.Monetary.Money).Assembly.GetReferencedAssemblies())
            .Select(assembly => assembly.Name);

        known.Should().NotContain("OpsCenter.Brigade");
    }

    [Fact]
    public void Only_the_ways_out_make_connections()
    {
        var speaking = Types.InAssembly(typeof(BrigadeHost).Assembly)
            .That().HaveDependencyOnAny(WaysOut)
            .GetTypes()
            .Where(type => !MayGoOut.Contains(type.Namespace))
            .Select(type => type.FullName);

        speaking.Should().BeEmpty();
    }
}
