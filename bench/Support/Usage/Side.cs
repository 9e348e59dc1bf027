using OpsCenter.Bench.Load;

namespace OpsCenter.Bench.Usage;

/// <summary>One of the two that are compared: where to send what.</summary>
internal sealed record Side(string Name, LoadGenerator Generator, IRequests Requests);
