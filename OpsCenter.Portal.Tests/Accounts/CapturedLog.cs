using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpsCenter.Portal.Tests.Accounts;

/// <summary>Keeps everything that is logged, at every level, with scopes and exceptions.</summary>
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider? scopes;

    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Becomes the only listener and hears what the settings silence for others too: a rule for one provider beats all others.</summary>
    public void ListenToEverything(ILoggingBuilder logging) =>
        logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter<CapturedLog>(null, LogLevel.Trace).AddProvider(this);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(";", pairs.Select(p => $"{p.Key}={p.Value}")) : "";
            log.lines.Enqueue($"{category} {eventId.Id} {formatter(state, exception)} {values} {exception}");
            log.scopes?.ForEachScope((scope, line) => line.Enqueue($"scope {scope}"), log.lines);
        }
    }
}
