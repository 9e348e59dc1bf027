namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>What the embedded database is told when it is made.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The portal's data folder; the cluster lives in its folder <c>postgres</c>.</summary>
    public required DataFolder Data { get; init; }

    /// <summary>Folder with initdb and pg_ctl; null: the usual places are searched.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>True: a commit survives a power cut. False is for tests alone: faster, and a crash of the machine may lose everything.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Further server settings by name, which win over ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
