using Microsoft.Extensions.Options;

namespace OpsCenter.Brigade.Hosting;

/// <summary>Where Brigade listens, where it keeps what must not be lost, and which Ops-Center it serves. Not a record: its text would hold keys.</summary>
public sealed class BrigadeOptions
{
    private const string OpsCenterUrlKey = "OpsCenter:Url";
    private const string OpsCenterKeyKey = "OpsCenter:Key";
    private const string UrlsKey = "Brigade:Urls";
    private const string DataKey = "Brigade:Data";
    private const string CallerKeyKey = "Brigade:Key";
    private const string PollSecondsKey = "Brigade:PollSeconds";
    private const int MostPollSeconds = 3_600;

    /// <summary>Ops-Center's address, with a slash at its end: <c>OpsCenter:Url</c>.</summary>
    public required Uri OpsCenterUrl { get; init; }

    /// <summary>Brigade's credential at Ops-Center: <c>OpsCenter:Key</c>.</summary>
    public required string OpsCenterKey { get; init; }

    /// <summary>Listen addresses, split by semicolons: <c>Brigade:Urls</c>.</summary>
    public required string Urls { get; init; }

    /// <summary>Absolute path of the folder with spool, dead letters and rate card: <c>Brigade:Data</c>.</summary>
    public required string Data { get; init; }

    /// <summary>What callers present as bearer: <c>Brigade:Key</c>, else <c>OpsCenter:Key</c>.</summary>
    public required string CallerKey { get; init; }

    /// <summary>Time between two looks at Ops-Center's rate card: <c>Brigade:PollSeconds</c>, 1 to 3,600.</summary>
    public required TimeSpan PollEvery { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">Some cannot be used; each failure names its key.</exception>
    public static BrigadeOptions From(IConfiguration configuration)
    {
        var key = Value(configuration, OpsCenterKeyKey);
        var callerKey = Value(configuration, CallerKeyKey) ?? key;
        var address = Address(Value(configuration, OpsCenterUrlKey));
        var urls = Value(configuration, UrlsKey);
        var data = Value(configuration, DataKey);
        var poll = PollSeconds(Value(configuration, PollSecondsKey));
        string[] failures =
        [
            .. address is null ? [$"{OpsCenterUrlKey} must be an http or https address: http://localhost:8000"] : Array.Empty<string>(),
            .. key is null ? [$"{OpsCenterKeyKey} is missing: the machine credential by which Ops-Center knows Brigade."] : BadKey(OpsCenterKeyKey, key),
            .. callerKey is null || callerKey == key ? [] : BadKey(CallerKeyKey, callerKey),
            .. urls is null || !urls.Split(';').All(IsListenAddress) ? [$"{UrlsKey} must be http or https addresses, split by semicolons."] : Array.Empty<string>(),
            .. data is null ? [$"{DataKey} must name a folder."] : Array.Empty<string>(),
            .. poll is null ? [$"{PollSecondsKey} must be a whole number from 1 to {MostPollSeconds}."] : Array.Empty<string>(),
        ];
        if (address is null || key is null || callerKey is null || urls is null || data is null || poll is null || failures.Length > 0)
            throw new OptionsValidationException("Brigade", typeof(BrigadeOptions), failures);

        return new BrigadeOptions
        {
            OpsCenterUrl = address,
            OpsCenterKey = key,
            CallerKey = callerKey,
            Urls = urls,
            Data = Path.GetFullPath(data),
            PollEvery = TimeSpan.FromSeconds(poll.Value),
        };
    }

    private static string? Value(IConfiguration configuration, string key) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    // A host such as + or * is no address of a page, but one to listen on.
    private static bool IsListenAddress(string text) =>
        text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal);

    private static string[] BadKey(string name, string key) =>
        key.All(c => c is > ' ' and <= '~') ? [] : [$"{name} may hold visible ASCII characters only, for it is sent in a header."];

    private static int? PollSeconds(string? text) =>
        int.TryParse(text, out var seconds) && seconds is >= 1 and <= MostPollSeconds ? seconds : null;
}
