using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security.Credentials;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class RequiredJobKeyTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly Actor.User Admin = new(Guid.Parse("0199c1f2-0000-7000-8000-000000000001"), PlatformRole.Admin, null, null);

    [Fact]
    public async Task A_credential_that_requires_keys_reports_with_a_key_and_not_without_one()
    {
        var settings = new MachineCredentialSettings("Strict", MachineScopes.UsageWrite, RequiresJobKey: true);
        var issued = (MachineCredentialOutcome.Issued)await portal.Services.GetRequiredService<CreateMachineCredential>()
            .HandleAsync(Admin, new CreateMachineCredentialInput("strict", settings), CancellationToken.None);
        using var machine = portal.CreateMachine(issued.Secret.Reveal());
        var report = Reports.Brief("somebody");

        using var without = await machine.PostAsJsonAsync("/api/v1/usage/record", report);
        report["job_id"] = "run-1";
        using var with = await machine.PostAsJsonAsync("/api/v1/usage/record", report);

        without.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await without.Content.ReadAsStringAsync()).Should().Contain("\"job_id\"");
        with.StatusCode.Should().Be(HttpStatusCode.Created);
    }
}
