using System.Text.Json;

namespace OpsCenter.Portal.Outbox;

/// <summary>Does one kind of work that the outbox keeps. The same message may come again after a crash, so doing it twice must do it once.</summary>
public interface IOutboxHandler
{
    /// <summary>The kind of its messages: <c>payment.charge</c>.</summary>
    string Kind { get; }

    /// <summary>Does the work. Whatever it throws is kept beside the message, and it is tried again later.</summary>
    Task HandleAsync(JsonElement payload, CancellationToken cancellationToken);
}
