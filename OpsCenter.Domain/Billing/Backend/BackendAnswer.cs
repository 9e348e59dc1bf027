namespace OpsCenter.Domain.Billing.Backend;

/// <summary>What became of telling the backend something.</summary>
public abstract record BackendAnswer
{
    private BackendAnswer()
    {
    }

    /// <summary>Taken on, now or by an earlier try.</summary>
    public sealed record Accepted : BackendAnswer;

    /// <summary>The backend knows it already, from where it looks itself.</summary>
    /// <param name="Reason">From where.</param>
    public sealed record NotNeeded(string Reason) : BackendAnswer;

    /// <summary>It will never be taken on as it is.</summary>
    /// <param name="Reason">Why, for operators.</param>
    public sealed record Refused(string Reason) : BackendAnswer;
}
