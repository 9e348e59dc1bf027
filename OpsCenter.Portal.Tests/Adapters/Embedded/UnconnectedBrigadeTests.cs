using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Adapters.Embedded;
using OpsCenter.Portal.Tests.Contracts;

namespace OpsCenter.Portal.Tests.Adapters.Embedded;

public sealed class UnconnectedBrigadeTests : BrigadeGatewayContract
{
    protected override IBrigadeGateway Gateway { get; } = new UnconnectedBrigade();

    protected override Task TakeAwayAsync() => Task.CompletedTask;
}
