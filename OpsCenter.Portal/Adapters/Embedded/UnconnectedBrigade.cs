using OpsCenter.Domain.Integrations;

namespace OpsCenter.Portal.Adapters.Embedded;

/// <summary>
/// No Brigade is connected. That one was to be told is noted by whoever asks and stands on the Integrations page; a Brigade that we do not
/// call fetches the rate card by itself.
/// </summary>
internal sealed class UnconnectedBrigade : IBrigadeGateway
{
    /// <inheritdoc />
    public Uri? Address => null;

    /// <inheritdoc />
    public Task<BrigadeAnswer<BrigadeCard>> RefreshAsync(CancellationToken cancellationToken) =>
        Task.FromResult<BrigadeAnswer<BrigadeCard>>(new BrigadeAnswer<BrigadeCard>.NotConnected());

    /// <inheritdoc />
    public Task<BrigadeAnswer<BrigadeStatus>> StatusAsync(CancellationToken cancellationToken) =>
        Task.FromResult<BrigadeAnswer<BrigadeStatus>>(new BrigadeAnswer<BrigadeStatus>.NotConnected());
}
