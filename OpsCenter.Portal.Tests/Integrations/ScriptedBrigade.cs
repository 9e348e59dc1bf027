using OpsCenter.Domain.Integrations;

namespace OpsCenter.Portal.Tests.Integrations;

/// <summary>A Brigade that says what a test wants and notes what it was asked.</summary>
internal sealed class ScriptedBrigade : IBrigadeGateway
{
    public Uri? Address { get; set; } = new("http://brigade.example:8100/");

    /// <summary>What it has when it is told to fetch the card; null: none is connected.</summary>
    public BrigadeAnswer<BrigadeCard> Card { get; set; } = new BrigadeAnswer<BrigadeCard>.NotConnected();

    public Func<Task<BrigadeAnswer<BrigadeStatus>>> Status { get; set; } =
        () => Task.FromResult<BrigadeAnswer<BrigadeStatus>>(new BrigadeAnswer<BrigadeStatus>.NotConnected());

    public int Refreshes { get; private set; }

    public int Looks { get; private set; }

    public Task<BrigadeAnswer<BrigadeCard>> RefreshAsync(CancellationToken cancellationToken)
    {
        Refreshes++;

        return Task.FromResult(Card);
    }

    public Task<BrigadeAnswer<BrigadeStatus>> StatusAsync(CancellationToken cancellationToken)
    {
        Looks++;

        return Status();
    }

    /// <summary>From now on it has a version, and nothing waits there.</summary>
    public void Has(int version, DateTimeOffset now)
    {
        Card = new BrigadeAnswer<BrigadeCard>.Given(new BrigadeCard(version, now, true));
        Says(new BrigadeStatus(0, now.AddHours(-1)) { CardVersion = version, CardFetchedAt = now, CardSource = BrigadeCardSource.OpsCenter });
    }

    public void Says(BrigadeStatus status) => Status = () => Task.FromResult<BrigadeAnswer<BrigadeStatus>>(new BrigadeAnswer<BrigadeStatus>.Given(status));

    public void IsAway(string reason)
    {
        Card = new BrigadeAnswer<BrigadeCard>.Failed(reason);
        Status = () => Task.FromResult<BrigadeAnswer<BrigadeStatus>>(new BrigadeAnswer<BrigadeStatus>.Failed(reason));
    }
}
