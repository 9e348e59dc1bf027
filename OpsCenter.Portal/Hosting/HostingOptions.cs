namespace OpsCenter.Portal.Hosting;

/// <summary>The settings that decide where the portal listens, where it keeps its data and which database it uses.</summary>
public sealed record HostingOptions
{
    private const string DefaultUrls = "http://localhost:8000";

    /// <summary>Listen addresses, split by semicolons: <c>OPSCENTER_URLS</c>, else ASP.NET Core's own setting, else http://localhost:8000.</summary>
    public required string Urls { get; init; }

    /// <summary>Folder of everything the portal keeps on disk: <c>OPSCENTER_DATA</c>, default <c>./.data</c>.</summary>
    public required DataFolder Data { get; init; }

    /// <summary>An external PostgreSQL: <c>ConnectionStrings__OpsCenter</c>. Null: the portal starts its own.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Folder with PostgreSQL's initdb and pg_ctl: <c>OPSCENTER_PG_BIN</c>. Null: the usual places are searched.</summary>
    public string? PostgresBinaries { get; init; }

    /// <summary>Reads the settings. An empty value counts as absent.</summary>
    public static HostingOptions From(IConfiguration configuration) => new()
    {
        Urls = Value(configuration, "OPSCENTER_URLS") ?? Value(configuration, WebHostDefaults.ServerUrlsKey) ?? DefaultUrls,
        Data = new DataFolder(Value(configuration, "OPSCENTER_DATA") ?? ".data"),
        ConnectionString = Value(configuration, $"ConnectionStrings:{HostingRegistration.ConnectionName}"),
        PostgresBinaries = Value(configuration, "OPSCENTER_PG_BIN"),
    };

    private static string? Value(IConfiguration configuration, string key) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
