using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Mono.Cecil;
using NetArchTest.Rules;
using OpsCenter.Portal.Data;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

public sealed class PageTests
{
    private static readonly string[] NotForPages =
        [typeof(OpsCenterDbContext).FullName!, "Microsoft.EntityFrameworkCore", "Npgsql", "System.Data.Common.DbConnection", "System.Net.Http"]; // a class has a full name

    private static readonly string[] WaysOut =
        ["System.Net.Http.HttpClient", "System.Net.Http.IHttpClientFactory", "System.Net.WebClient", "System.Net.Mail.SmtpClient", "System.Net.Sockets.TcpClient"];

    private readonly HashSet<string> components =
        [.. typeof(Program).Assembly.GetTypes().Where(typeof(IComponent).IsAssignableFrom).Select(type => type.FullName!)]; // classes have full names

    [Fact]
    public void A_page_reaches_data_through_commands_and_queries_only()
    {
        var reaching = Types.InAssembly(typeof(Program).Assembly)
            .That().MeetCustomRule(new IsPageOr(components)).And().HaveDependencyOnAny(NotForPages)
            .GetTypes()
            .Select(type => type.FullName);

        reaching.Should().BeEmpty();
    }

    [Fact]
    public void Only_adapters_speak_to_the_outside()
    {
        var speaking = Types.InAssembly(typeof(Program).Assembly)
            .That().DoNotResideInNamespace("OpsCenter.Portal.Adapters").And().HaveDependencyOnAny(WaysOut)
            .GetTypes()
            .Select(type => type.FullName);

        speaking.Should().BeEmpty();
    }

    private sealed class IsPageOr(IReadOnlySet<string> components) : ICustomRule
    {
        public bool MeetsRule(TypeDefinition type) => PortalCode.IsPage(type.Namespace) || components.Contains(type.FullName);
    }
}
